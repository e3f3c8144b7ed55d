package io.daybook.devservers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What every server needs to know of the place it runs in. */
record Site(Home home, Programs programs, Ports ports, Account account) {

    Path data(Kind kind) {
        return home.data(kind);
    }

    int port(Kind kind) {
        return ports.of(kind);
    }

    /** The command under the guard script: it gets the signal when this program stops or is gone. */
    List<String> guarded(String signal, int graceSeconds, List<String> command) throws java.io.IOException {
        List<String> all = new ArrayList<>();
        all.addAll(List.of("/bin/sh", programs.guard().toString(), signal, Integer.toString(graceSeconds)));
        all.addAll(command);
        return all;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}

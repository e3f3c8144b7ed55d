package io.daybook.devservers;

import java.util.List;
import java.util.Map;

/**
 * How one server is started.
 *
 * @param environment in addition to PATH, LANG and TZ, all that a child inherits
 * @param greeting text or bytes for its standard input, which stays open afterwards
 */
record Launch(List<String> command, Map<String, String> environment, Greeting greeting) {

    /** Bytes for standard input. */
    @FunctionalInterface
    interface Greeting {
        byte[] bytes() throws java.io.IOException;
    }

    static Launch of(List<String> command) {
        return new Launch(command, Map.of(), () -> new byte[0]);
    }
}

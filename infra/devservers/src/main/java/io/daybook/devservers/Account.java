package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The system account for servers that refuse root: the present one, or user 65534 ("nobody") when that is root. A home
 * below a folder which that user may not enter (typically below /root) is reached with one capability that is handed
 * down to the server.
 */
record Account(boolean dropsRoot, boolean needsCapability) {

    private static final int NOBODY = 65_534;

    /** CAP_DAC_OVERRIDE, which is handed down, and CAP_SETPCAP, which that takes. */
    private static final long CAPABILITIES = (1L << 1) | (1L << 8);

    static Account reaching(Path... places) throws IOException {
        if (!isRoot()) {
            return new Account(false, false);
        }
        if (which("setpriv") == null) {
            throw new DevServersException("PostgreSQL and Elasticsearch refuse to run as root and setpriv (package"
                    + " util-linux) is missing: install it or use an ordinary user");
        }
        Path closed = firstClosed(places);
        if (closed != null && !hasCapabilities()) {
            throw new DevServersException("PostgreSQL and Elasticsearch refuse to run as root, and user " + NOBODY
                    + " may not enter " + closed + ": choose another daybook.home or use an ordinary user");
        }
        return new Account(true, closed != null);
    }

    /** The command as this account runs it. */
    List<String> running(List<String> command) {
        if (!dropsRoot) {
            return command;
        }
        List<String> all =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        if (needsCapability) {
            all.addAll(List.of("--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"));
            // access(2), by which initdb looks for postgres, ignores capabilities of a user other than root otherwise
            all.addAll(List.of("--securebits", "+no_setuid_fixup"));
        }
        all.addAll(command);
        return all;
    }

    /** Makes the folder, if need be, and everything in it belong to this account. */
    void give(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (!dropsRoot) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", NOBODY);
                Files.setAttribute(path, "unix:gid", NOBODY);
            }
        }
    }

    /** HotSpot attaches there whatever java.io.tmpdir says; Elasticsearch otherwise dies late and obscurely. */
    void requireWritable(Path temporary) throws IOException {
        boolean writable = (dropsRoot && !needsCapability)
                ? Files.getPosixFilePermissions(temporary).contains(PosixFilePermission.OTHERS_WRITE)
                : Files.isWritable(temporary);
        if (!writable) {
            throw new DevServersException(temporary + " must be writable for "
                    + (dropsRoot ? "user " + NOBODY : "this user") + ": Elasticsearch cannot start without it");
        }
    }

    static @Nullable Path which(String program) {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "/usr/bin:/bin" : path).split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static @Nullable Path firstClosed(Path... places) throws IOException {
        for (Path place : places) {
            for (Path folder = place.toRealPath(); folder != null; folder = folder.getParent()) {
                if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return folder;
                }
            }
        }
        return null;
    }

    private static boolean hasCapabilities() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(caps -> (caps & CAPABILITIES) == CAPABILITIES);
        }
    }
}

package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must be true of the machine before anything starts; each failure is one line that says what to do. */
final class Preflight {

    /** Below this a first start, or a day of tests, ends with a full disk in the middle of a write. */
    static final long NEEDED_BYTES = 1L << 30;

    private Preflight() {}

    static void requirePlatform(String system, String architecture) {
        if (!system.equals("Linux") || !architecture.equals("amd64")) {
            throw new DevServersException("the servers are built for Linux on amd64, not for " + system + " on "
                    + architecture + ": start them with docker compose and give their addresses");
        }
    }

    static void requireJdk(Path javaHome, int feature) {
        if (feature < 25 || !Files.isExecutable(javaHome.resolve("bin/java"))) {
            throw new DevServersException("Kafka and Elasticsearch need a JDK 25, but " + javaHome + " is "
                    + (feature < 25 ? "Java " + feature : "none") + ": set JAVA_HOME to a JDK 25");
        }
    }

    static void requireSpace(Path folder, long bytes) {
        try {
            long usable = Files.getFileStore(folder).getUsableSpace();
            if (usable < bytes) {
                throw new DevServersException("the disk of " + folder + " is nearly full: " + (usable >> 20)
                        + " MiB free, " + (bytes >> 20) + " MiB needed");
            }
        } catch (IOException unknown) {
            throw new DevServersException(folder + " cannot be examined: " + Lines.reason(unknown), unknown);
        }
    }
}

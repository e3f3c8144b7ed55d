package io.daybook.devservers;

import java.util.Optional;
import java.util.stream.Stream;

/** The process whose end ends a test run: the Maven that started this JVM, or this JVM itself when run otherwise. */
final class Owner {

    private static final String MAVEN = "org.codehaus.plexus.classworlds";
    private static final String MAVEN_DAEMON = "mvnd";

    private Owner() {}

    static ProcessHandle ofThisRun() {
        ProcessHandle self = ProcessHandle.current();
        return Stream.iterate(self.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .filter(Owner::isMaven)
                .findFirst()
                .orElse(self);
    }

    private static boolean isMaven(ProcessHandle handle) {
        String command = handle.info().commandLine().orElse("");
        return command.contains(MAVEN) || command.contains(MAVEN_DAEMON);
    }
}

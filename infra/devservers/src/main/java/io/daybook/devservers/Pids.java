package io.daybook.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of a run, noted with their start times, so that a later run can wait for those that are still stopping
 * and never touches a stranger that was given the same number.
 */
record Pids(Path file) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    synchronized void note(Collection<Child> children) {
        StringBuilder text = new StringBuilder();
        for (Child child : children) {
            child.handles().forEach(handle -> text.append(line(handle)));
        }
        try {
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Waits until no process of the former run is left; who has not stopped in 20 s is killed. */
    void awaitFormer() throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return;
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (ProcessHandle left : alive()) {
            try {
                left.onExit().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException stays) {
                left.destroyForcibly();
                left.onExit().join();
            }
        }
    }

    private List<ProcessHandle> alive() throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> find(line.strip()))
                .flatMap(Optional::stream)
                .toList();
    }

    static String line(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> handle.pid() + " " + start.toEpochMilli() + "\n")
                .orElse("");
    }

    /** The living process that a line of {@link #line} names. */
    static Optional<ProcessHandle> find(String line) {
        String[] parts = line.split(" ", 2);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> line.equals(line(handle).strip()));
    }
}

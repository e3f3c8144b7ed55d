package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A running server process. It is tied to this program by its standard input: when that closes, because this program
 * wants it to or because this program is gone, the server stops. It has a session of its own, so Ctrl-C in the terminal
 * reaches this program first.
 */
final class Child {

    private static final Set<String> INHERITED = Set.of("PATH", "LANG", "TZ");

    private final Kind kind;
    private final Path log;
    private final Process process;
    private volatile boolean told;

    private Child(Kind kind, Path log, Process process) {
        this.kind = kind;
        this.log = log;
        this.process = process;
    }

    static Child start(Kind kind, Launch launch, Path folder, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        if (Account.which("setsid") != null) {
            command.add("setsid");
        }
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().retainAll(INHERITED);
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        process.getOutputStream().write(launch.greeting().bytes());
        process.getOutputStream().flush();
        return new Child(kind, log, process);
    }

    /** Blocks until the server answers. */
    void awaitReady(Server server, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!answers(server)) {
            if (!process.isAlive()) {
                throw new DevServersException(kind.label() + " ended with " + process.exitValue()
                        + " while starting; its log " + log + " ends: " + Lines.last(log));
            }
            if (System.nanoTime() > end) {
                throw new DevServersException(kind.label() + " is not ready after " + limit.toSeconds() + " s; its log "
                        + log + " ends: " + Lines.last(log));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean answers(Server server) {
        try {
            return server.answers();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Asks the server to stop and returns at once. */
    void tellToStop() {
        told = true;
        closeInput();
    }

    /** Waits for the end; a server that takes longer than the limit is killed. */
    void awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException stop) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL for the server and all its descendants; returns when they are gone. */
    void kill() {
        told = true;
        List<ProcessHandle> all = handles();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(handle -> handle.onExit().join());
        closeInput();
    }

    /** Runs when the server ends without having been told to. */
    void onUnexpectedEnd(java.util.function.Consumer<Death> listener) {
        var _ = process.onExit().thenAccept(ended -> {
            closeInput();
            if (!told) {
                listener.accept(new Death(kind, ended.pid(), ended.exitValue(), Lines.last(log)));
            }
        });
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    Kind kind() {
        return kind;
    }

    List<ProcessHandle> handles() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    /** Proportional set size of the server and its descendants in bytes: shared pages are counted once over all. */
    long pssBytes() {
        return handles().stream().mapToLong(Child::pssBytes).sum();
    }

    private static long pssBytes(ProcessHandle handle) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + handle.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException endedMeanwhile) {
            return 0;
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException goneAlready) {
            told = told || !process.isAlive();
        }
    }
}

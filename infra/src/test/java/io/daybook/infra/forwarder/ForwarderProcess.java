package io.daybook.infra.forwarder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A {@link ForwarderMain} and what can happen to it. */
final class ForwarderProcess implements AutoCloseable {
    private final Process process;

    private ForwarderProcess(Process process) {
        this.process = process;
    }

    static ForwarderProcess start(String log, TestTopics kafka, String name) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Daxoniq.update-checker.disabled=true",
                "-Ddaybook.home=" + System.getProperty("daybook.home"),
                "-cp",
                System.getProperty("java.class.path"),
                ForwarderMain.class.getName(),
                log,
                kafka.bootstrap(),
                kafka.prefix,
                name);
        try {
            return new ForwarderProcess(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-forwarder.log")))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void pause() {
        signal("STOP", process.pid());
    }

    void resume() {
        signal("CONT", process.pid());
    }

    /** SIGSTOP and SIGCONT are beyond Java. */
    static void signal(String name, long pid) {
        try {
            int rc = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (rc != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + " ended with " + rc);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.devservers.Addresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** {@link AppendingMain} as a child process that can be stopped in whatever it is doing and told to go on. */
final class AppendingProcess implements AutoCloseable {
    private final Process process;
    private final String aggregate;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    AppendingProcess(String url, Addresses servers, String aggregate) throws IOException {
        this.aggregate = aggregate;
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Daxoniq.update-checker.disabled=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingMain.class.getName(),
                        url,
                        servers.jdbcUser(),
                        servers.jdbcPassword(),
                        aggregate)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            output.lines().forEach(lines::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it was told is written. */
    List<String> acknowledged() {
        assertThat(lines).noneMatch(line -> line.startsWith("CONFLICT") || line.startsWith("UNKNOWN"));
        return lines.stream().filter(line -> line.startsWith(aggregate + " ")).toList();
    }

    void awaitMore(int events) {
        int before = acknowledged().size();
        Until.eventually("the process appends: " + lines, () -> acknowledged().size() >= before + events);
    }

    void stop() throws Exception {
        signal("-STOP");
    }

    void goOn() throws Exception {
        signal("-CONT");
    }

    private void signal(String name) throws Exception {
        Process kill = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Ends it in order; returns when all that it has to say was heard. */
    void end() throws Exception {
        process.outputWriter(StandardCharsets.UTF_8).append('\n').flush();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        Until.eventually("the process says its last", () -> lines.contains("END"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

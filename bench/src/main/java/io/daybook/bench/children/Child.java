package io.daybook.bench.children;

import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The parent's side of a subject that lives in a JVM of its own. */
public final class Child implements Subject {
    /** As {@code ./daybook serve} has it. */
    public static final List<String> HEAP = List.of(
            "-Xms128m", "-Xmx640m", "-XX:MaxDirectMemorySize=128m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PATIENCE_SECONDS = 10;

    private final String name;
    private final String log;
    private final Process process;
    private final BufferedWriter turns;
    private final BufferedReader answers;

    private Child(String name, String log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        turns = process.outputWriter();
        answers = process.inputReader();
    }

    /**
     * Starts a JVM for the subject, with this JVM's class path; it may be waited for by {@link #awaitReady}.
     *
     * @param log takes what the child writes to its standard error
     */
    public static Child start(Class<? extends Subjects> subjects, String name, Addresses servers, Path log)
            throws IOException {
        return start(subjects, name, servers, Redirect.to(log.toFile()), log.toString());
    }

    /** The same for a subject of a subject, which writes where that one writes. */
    public static Child start(Class<? extends Subjects> subjects, String name, Addresses servers) throws IOException {
        return start(subjects, name, servers, Redirect.INHERIT, "the log of who started it");
    }

    private static Child start(
            Class<? extends Subjects> subjects, String name, Addresses servers, Redirect errors, String log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(HEAP);
        command.addAll(List.of(
                "-Daxoniq.update-checker.disabled=true",
                "--enable-native-access=ALL-UNNAMED",
                // what the stock serializer needs on this JDK
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        String more = System.getProperty("daybook.bench.jvm", "");
        if (!more.isBlank()) {
            command.addAll(List.of(more.replace("{subject}", name).split(" ", -1)));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName()));
        command.addAll(List.of(subjects.getName(), name, JSON.writeValueAsString(servers)));
        Process process = new ProcessBuilder(command).redirectError(errors).start();
        return new Child(name, log, process);
    }

    /** Returns once the subject is there. */
    public void awaitReady() throws IOException {
        answer();
    }

    @Override
    public Map<String, Double> play(Turn turn) throws IOException {
        turns.write(JSON.writeValueAsString(turn));
        turns.newLine();
        turns.flush();
        return answer();
    }

    private Map<String, Double> answer() throws IOException {
        @Nullable String line = answers.readLine();
        Reply reply = line == null ? new Reply(Map.of(), "its process ended") : JSON.readValue(line, Reply.class);
        if (reply.failure() != null) {
            throw new IOException(name + " failed: " + reply.failure() + " (see " + log + ")");
        }
        return reply.seen();
    }

    @Override
    public void close() {
        try {
            turns.close();
        } catch (IOException e) {
            // it has ended already
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

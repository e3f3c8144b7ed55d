package io.daybook.app.proof;

import io.daybook.app.serve.RunNote;
import io.daybook.devservers.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Daybook in a process of its own, as an operator would start it; it can be killed as a power cut would. */
final class Program implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;
    private final Path home;
    private final Map<String, String> settings;
    private final Process process;
    private @Nullable RunNote note;

    private Program(Path home, Map<String, String> settings, Process process) {
        this.home = home;
        this.settings = settings;
        this.process = process;
    }

    /** With all roles. */
    static Program start(Path home, Shop shop) {
        return start(home, shop, Map.of());
    }

    /**
     * @param home a folder for this process alone
     * @param shop what all processes of one shop share
     * @param settings what this one has otherwise than {@code application.yml}
     */
    static Program start(Path home, Shop shop, Map<String, String> settings) {
        Program program = begin(home, shop, settings);
        program.awaitRunning();
        return program;
    }

    /** As above, but returns at once, so that several may start side by side. */
    static Program begin(Path home, Shop shop, Map<String, String> settings) {
        try {
            Files.createDirectories(home);
            List<String> line = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Daxoniq.update-checker.disabled=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "io.daybook.app.cli.Daybook",
                    "serve",
                    "--home=" + home,
                    "--port=0",
                    "--admin-port=0"));
            // one customer places all orders of a proof, which would be looked at by a person
            line.add("--set=daybook.fraud.many-orders=0");
            shop.properties().forEach((name, value) -> line.add("--set=" + name + "=" + value));
            settings.forEach((name, value) -> line.add("--set=" + name + "=" + value));
            Process process = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log(home).toFile()))
                    .start();
            return new Program(home, settings, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(Path home) {
        return home.resolve("program.log");
    }

    /** Returns when each of them can be asked. */
    static void awaitRunning(Program... programs) {
        for (Program program : programs) {
            program.awaitRunning();
        }
    }

    void awaitRunning() {
        var _ = note();
    }

    private synchronized RunNote note() {
        RunNote found = note;
        if (found == null) {
            found = whenRunning();
            note = found;
        }
        return found;
    }

    private RunNote whenRunning() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (System.nanoTime() < end) {
                Optional<RunNote> found = RunNote.ofRunning(home).filter(n -> n.pid() == process.pid());
                if (found.isPresent()) {
                    return found.get();
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException("the program ended at once:\n" + Files.readString(log(home)));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
            process.destroyForcibly();
            throw new IllegalStateException(
                    "the program was not up in " + PATIENCE_SECONDS + " s:\n" + Files.readString(log(home)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Storefront storefront() {
        return new Storefront(note().url(), "");
    }

    Storefront operator() {
        return new Storefront(note().admin(), note().token());
    }

    /** SIGKILL: nothing is flushed, nobody is told. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    Program restart(Shop shop) {
        kill();
        return start(home, shop, settings);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * One shop on shared servers: its own database, topics, indices and keys.
     *
     * @param name unique on these servers
     */
    record Shop(Addresses addresses, String name) {
        static Shop open(Addresses servers, String name) {
            return new Shop(servers.withDatabase(name), name);
        }

        /** The same shop with another, empty database on that server. */
        Shop withDatabaseOf(Addresses server) {
            Addresses database = server.withDatabase(name);
            return new Shop(
                    new Addresses(
                            database.jdbcUrl(),
                            database.jdbcUser(),
                            database.jdbcPassword(),
                            addresses.kafkaBootstrap(),
                            addresses.redisUri(),
                            addresses.elasticsearchUrl()),
                    name);
        }

        Map<String, String> properties() {
            return Map.of(
                    "spring.datasource.url", addresses.jdbcUrl(),
                    "spring.datasource.username", addresses.jdbcUser(),
                    "spring.datasource.password", addresses.jdbcPassword(),
                    "spring.kafka.bootstrap-servers", addresses.kafkaBootstrap(),
                    "daybook.redis.uri", addresses.redisUri(),
                    "daybook.elasticsearch.url", addresses.elasticsearchUrl(),
                    "daybook.topics.prefix", name + ".",
                    "daybook.topics.partitions", "3",
                    "daybook.views.prefix", name + "-");
        }
    }
}

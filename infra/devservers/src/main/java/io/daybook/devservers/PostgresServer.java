package io.daybook.devservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL with one superuser and one database, both named daybook, open to this machine's users without password. */
record PostgresServer(Site site) implements Server {

    /** Durable as in production; small otherwise. Benchmarks must say so. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "max_connections", "200",
            "shared_buffers", "64MB",
            "jit", "off",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "log_min_messages", "warning");

    @Override
    public Kind kind() {
        return Kind.POSTGRESQL;
    }

    @Override
    public Launch prepare() throws IOException, InterruptedException {
        Path programs = site.programs().postgresql();
        Path data = site.data(kind());
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(programs, data);
        }
        removeStalePidFile(data.resolve("postmaster.pid"));
        List<String> command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(site.port(kind()))));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return Launch.of(site.guarded("INT", 20, site.account().running(command)));
    }

    @Override
    public boolean answers() throws IOException {
        return Probe.postgresql(site.port(kind()));
    }

    /** Made beside its place and moved there whole. */
    private void initialise(Path programs, Path data) throws IOException, InterruptedException {
        Path making = data.resolveSibling(data.getFileName() + ".new");
        Home.delete(making);
        site.account().give(making);
        Tool.run(
                site.account()
                        .running(List.of(
                                programs.resolve("bin/initdb").toString(),
                                "--pgdata=" + making,
                                "--username=daybook",
                                "--auth=trust",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--no-sync")),
                "");
        Tool.run(
                site.account()
                        .running(List.of(
                                programs.resolve("bin/postgres").toString(),
                                "--single",
                                "-D",
                                making.toString(),
                                "postgres")),
                "CREATE DATABASE daybook\n");
        Home.delete(data);
        Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * PostgreSQL handles most left-over files itself. What it cannot know is that a living process of that number is no
     * longer a postgres, or that one is just about to end.
     */
    private void removeStalePidFile(Path file) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        Optional<ProcessHandle> holder = ProcessHandle.of(pid)
                .filter(handle -> handle.info().command().orElse("").endsWith("/postgres"));
        if (holder.isPresent()) {
            try {
                holder.get().onExit().get(20, TimeUnit.SECONDS);
            } catch (TimeoutException | java.util.concurrent.ExecutionException stays) {
                throw new DevServersException(
                        "another PostgreSQL (pid " + pid + ") already serves " + file.getParent(), stays);
            }
        }
        Files.deleteIfExists(file);
    }
}

package io.daybook.devservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The files by which the JVMs of a test run and the keeper of its servers find each other: who needs the servers, and
 * where they are. Changed only under {@link #lock()}.
 */
record SharedRun(Path folder) {

    Path lock() {
        return folder.resolve("shared.lock");
    }

    Path log() {
        return folder.resolve("keeper.log");
    }

    private Path owners() {
        return folder.resolve("owners");
    }

    private Path state() {
        return folder.resolve("shared.properties");
    }

    void addOwner(ProcessHandle owner) throws IOException {
        String line = Pids.line(owner);
        if (!Files.exists(owners()) || !Files.readString(owners()).contains(line)) {
            Files.writeString(
                    owners(), line, StandardCharsets.US_ASCII, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    boolean hasOwner() throws IOException {
        return Files.exists(owners())
                && Files.readAllLines(owners()).stream()
                        .anyMatch(line -> Pids.find(line).isPresent());
    }

    void write(Addresses addresses) throws IOException {
        Properties text = new Properties();
        text.setProperty("keeper", Pids.line(ProcessHandle.current()).strip());
        text.setProperty("jdbcUrl", addresses.jdbcUrl());
        text.setProperty("jdbcUser", addresses.jdbcUser());
        text.setProperty("jdbcPassword", addresses.jdbcPassword());
        text.setProperty("kafkaBootstrap", addresses.kafkaBootstrap());
        text.setProperty("redisUri", addresses.redisUri());
        text.setProperty("elasticsearchUrl", addresses.elasticsearchUrl());
        text.setProperty("paymentsUrl", addresses.paymentsUrl());
        Path making = folder.resolve("shared.properties.new");
        try (var out = Files.newBufferedWriter(making)) {
            text.store(out, null);
        }
        Files.move(making, state(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The addresses of a keeper that lives. */
    Optional<Addresses> read() throws IOException {
        if (!Files.exists(state())) {
            return Optional.empty();
        }
        Properties text = new Properties();
        try (var in = Files.newBufferedReader(state())) {
            text.load(in);
        }
        return Pids.find(text.getProperty("keeper"))
                .map(keeper -> new Addresses(
                        text.getProperty("jdbcUrl"),
                        text.getProperty("jdbcUser"),
                        text.getProperty("jdbcPassword"),
                        text.getProperty("kafkaBootstrap"),
                        text.getProperty("redisUri"),
                        text.getProperty("elasticsearchUrl"),
                        text.getProperty("paymentsUrl")));
    }

    void forget() throws IOException {
        Files.deleteIfExists(state());
        Files.deleteIfExists(owners());
    }
}

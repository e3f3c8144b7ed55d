package io.daybook.devservers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's ahead-of-time cache for Kafka, which halves its start. A separate, short run of Kafka on an empty folder
 * makes it in the background; JDK and jars are in its name, so it never meets others.
 */
final class KafkaAotCache {

    private static final String TRAINING = "kafka-training-";

    /** A program that lives shorter gains nothing, and one that has just begun needs the processors itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> SILENT = List.of("-Xlog:aot=off", "-Xlog:cds=off");

    private final Programs programs;
    private final Path file;
    private volatile @Nullable Child training;
    private final CountDownLatch closed = new CountDownLatch(1);

    private KafkaAotCache(Programs programs, Path file) {
        this.programs = programs;
        this.file = file;
    }

    static KafkaAotCache of(Programs programs) {
        try {
            String key = System.getProperty("java.vm.version") + KafkaServer.classPath(programs);
            String hash = Jars.hash(key.getBytes(StandardCharsets.UTF_8));
            return new KafkaAotCache(programs, programs.root().resolve("kafka-" + hash + ".aot"));
        } catch (IOException unreadable) {
            throw new DevServersException(
                    "Kafka's program cannot be prepared: " + Lines.reason(unreadable), unreadable);
        }
    }

    /** The options that use the cache; none while there is no cache. */
    List<String> useOptions() {
        return Files.exists(file) ? List.of("-XX:AOTCache=" + file, SILENT.getFirst(), SILENT.getLast()) : List.of();
    }

    /** Makes the cache in the background unless it is there or being made by someone else. */
    void trainInBackground(Account account) {
        if (!Files.exists(file)) {
            Thread.ofPlatform().daemon().name("kafka-aot-training").start(() -> trainOrLeaveIt(account));
        }
    }

    /** Abandons a training that is still going on. */
    void close() {
        closed.countDown();
        Child running = training;
        if (running != null) {
            running.kill();
        }
    }

    private void trainOrLeaveIt(Account account) {
        if (isClosedWithin(PATIENCE)) {
            return;
        }
        Path folder = programs.root().resolve(TRAINING + ProcessHandle.current().pid());
        try (FileChannel channel = FileChannel.open(
                        file.resolveSibling(file.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && !Files.exists(file)) {
                deleteFormerTrainings();
                Files.createDirectories(folder);
                train(folder, account);
                Home.delete(folder);
            }
        } catch (IOException | RuntimeException withoutCache) {
            System.getLogger(KafkaAotCache.class.getName())
                    .log(System.Logger.Level.DEBUG, "Kafka starts without an ahead-of-time cache", withoutCache);
        }
    }

    /** Whoever has just started the servers has better use for the processors. */
    private static Launch lastInLine(Launch launch) {
        List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
        command.addAll(launch.command());
        return new Launch(command, launch.environment(), launch.greeting());
    }

    private boolean isClosed() {
        return isClosedWithin(Duration.ZERO);
    }

    private boolean isClosedWithin(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void deleteFormerTrainings() throws IOException {
        try (Stream<Path> all = Files.list(programs.root())) {
            for (Path left : all.filter(path -> path.toFile().getName().startsWith(TRAINING))
                    .toList()) {
                Home.delete(left);
            }
        }
    }

    private void train(Path folder, Account account) throws IOException {
        Ports ports = Ports.remembered(folder.resolve("ports.properties"));
        Path made = folder.resolve("made.aot");
        KafkaServer kafka = new KafkaServer(
                new Site(new Home(folder), programs, ports, account),
                folder.resolve("data"),
                ports.of(Kind.KAFKA),
                ports.second(Kind.KAFKA),
                List.of("-XX:AOTCacheOutput=" + made, SILENT.getFirst(), SILENT.getLast()));
        Child child = Child.start(Kind.KAFKA, lastInLine(kafka.prepare()), folder, folder.resolve("training.log"));
        training = child;
        if (isClosed()) {
            child.kill();
        }
        child.awaitReady(kafka, Duration.ofSeconds(60));
        child.tellToStop();
        child.awaitEnd(Duration.ofSeconds(60));
        if (!isClosed() && Files.exists(made)) {
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}

package io.daybook.bench.forward;

import io.daybook.bench.harness.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads committed what a carrier brings, and takes how long that was on its way. */
final class Reader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    Reader(String bootstrap, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
    }

    /** From when an entry is durable at its origin to when it is read here. */
    Samples follow(Carrier carrier, int from, int entries, int perSecond) {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        AtomicLongArray durable = new AtomicLongArray(entries);
        CompletableFuture<Void> offered =
                CompletableFuture.runAsync(() -> offer(carrier, from, entries, perSecond, durable));
        Samples samples = new Samples();
        long deadline =
                System.nanoTime() + PATIENCE.plusSeconds(entries / perSecond).toNanos();
        while (samples.count() < entries) {
            if (System.nanoTime() > deadline || offered.isCompletedExceptionally()) {
                offered.join();
                throw new IllegalStateException(
                        (entries - samples.count()) + " of " + entries + " entries did not arrive");
            }
            for (ConsumerRecord<String, byte[]> read : consumer.poll(Duration.ofMillis(100))) {
                long now = System.nanoTime();
                int number = Entries.number(read.key()) - from;
                samples.add(Math.max(0, now - awaited(durable, number)));
            }
        }
        return samples;
    }

    private static long awaited(AtomicLongArray durable, int number) {
        long at = durable.get(number);
        while (at == 0) {
            // read before whoever offered it has noted so
            Thread.onSpinWait();
            at = durable.get(number);
        }
        return at;
    }

    private static void offer(Carrier carrier, int from, int entries, int perSecond, AtomicLongArray durable) {
        long start = System.nanoTime();
        for (int n = 0; n < entries; n++) {
            long due = start + (long) (n * 1e9 / perSecond);
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            try {
                durable.set(n, carrier.offer(from + n));
            } catch (Exception e) {
                throw new IllegalStateException("entry " + (from + n) + " was not taken", e);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}

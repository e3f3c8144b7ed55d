package io.daybook.infra.forwarder;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * How far a segment has been forwarded, as a record on a partition of its own that is written in the transaction of the events
 * themselves. A mark is text, with blanks between: the log's id, the position, and the id of the event there, by which a log that has
 * gone another way since is told from the one that was forwarded.
 */
final class LaneMark {
    private static final int WINDOW = 64;
    /** For each question; a broker that goes away in the middle would otherwise be waited for in silence. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TopicPartition partition;
    private final UUID logId;

    LaneMark(TopicPartition partition, UUID logId) {
        this.partition = partition;
        this.logId = logId;
    }

    /** The last event that is in Kafka. */
    record Last(long position, UUID event) {}

    ProducerRecord<String, byte[]> message(Outgoing last) {
        byte[] text = (logId + " " + last.position() + " " + last.event()).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(partition.topic(), partition.partition(), "mark", text);
    }

    /** The last committed mark of this incarnation of the log. To be read when no transaction on the partition is open. */
    Optional<Last> read(Properties kafka) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings(kafka))) {
            consumer.assign(List.of(partition));
            long end = Objects.requireNonNull(
                    consumer.endOffsets(List.of(partition)).get(partition));
            long window = WINDOW;
            long from = end;
            while (from > 0) {
                from = Math.max(0, end - window);
                String last = lastIn(consumer, from, end);
                if (last != null) {
                    return ofThisLog(last);
                }
                // nothing but markers and what was aborted: look further back
                window *= 8;
            }
            return Optional.empty();
        }
    }

    private @Nullable String lastIn(KafkaConsumer<String, byte[]> consumer, long from, long end) {
        consumer.seek(partition, from);
        String last = null;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end) {
            if (System.nanoTime() - deadline > 0) {
                throw new TimeoutException("the mark on " + partition + " cannot be read");
            }
            for (ConsumerRecord<String, byte[]> mark : consumer.poll(Duration.ofMillis(200))) {
                last = new String(mark.value(), StandardCharsets.UTF_8);
            }
        }
        return last;
    }

    private Optional<Last> ofThisLog(String mark) {
        List<String> words = List.of(mark.split(" ", 3));
        // a mark of another incarnation says nothing about the positions of this one
        return words.getFirst().equals(logId.toString())
                ? Optional.of(new Last(Long.parseLong(words.get(1)), UUID.fromString(words.get(2))))
                : Optional.empty();
    }

    private static Properties settings(Properties kafka) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return settings;
    }
}

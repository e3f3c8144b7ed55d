package io.daybook.projections.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Kafka how far a generation has come, for tools that show lag. Nothing ever starts from these offsets, so they are told
 * once a second: a commit for every small batch would cost the broker as much as the events themselves.
 */
final class OffsetsForLagTools {
    private static final Logger LOG = LoggerFactory.getLogger(OffsetsForLagTools.class);
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<TopicPartition, Long> untold = new ConcurrentHashMap<>();
    private volatile long toldAt = System.nanoTime() - EVERY_NANOS;

    void moved(Map<TopicPartition, Progress.Mark> marks) {
        marks.forEach((partition, mark) -> untold.put(partition, mark.nextOffset()));
    }

    /** Called on the consumer's own thread, after each batch and now and then while idle. */
    void tell(Consumer<?, ?> consumer) {
        long now = System.nanoTime();
        if (untold.isEmpty() || now - toldAt < EVERY_NANOS) {
            return;
        }
        toldAt = now;
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        Set<TopicPartition> assigned = consumer.assignment();
        untold.forEach((partition, next) -> {
            if (assigned.contains(partition) && untold.remove(partition, next)) {
                offsets.put(partition, new OffsetAndMetadata(next));
            }
        });
        consumer.commitAsync(offsets, (committed, e) -> {
            if (e != null) {
                LOG.debug("offsets for lag tools were not committed", e);
            }
        });
    }

    void forget(Set<TopicPartition> partitions) {
        untold.keySet().removeAll(partitions);
    }
}

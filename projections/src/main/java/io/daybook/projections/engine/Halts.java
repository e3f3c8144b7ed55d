package io.daybook.projections.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Which partitions stand still, each at a record that cannot be taken in yet. Paused until it is time to try that record again. */
final class Halts {
    private final Map<TopicPartition, Halt> standing = new ConcurrentHashMap<>();

    /** The partition stands still at this record from now on, or still does. */
    Halt halt(TopicPartition partition, BatchFold.Stop stop, Consumer<?, ?> consumer) {
        Instant now = Instant.now();
        Halt before = standing.get(partition);
        Halt halt = before == null
                ? Halt.first(partition.toString(), stop.offset(), stop.reason(), now)
                : before.again(stop.offset(), stop.reason(), now);
        standing.put(partition, halt);
        if (consumer.assignment().contains(partition)) {
            consumer.seek(partition, stop.offset());
            consumer.pause(List.of(partition));
        }
        return halt;
    }

    void resumeWhatIsDue(Consumer<?, ?> consumer) {
        Instant now = Instant.now();
        consumer.resume(consumer.paused().stream()
                .filter(p -> {
                    Halt halt = standing.get(p);
                    return halt != null && !now.isBefore(halt.nextAttempt());
                })
                .toList());
    }

    boolean holds(TopicPartition partition) {
        return standing.containsKey(partition);
    }

    void over(TopicPartition partition) {
        standing.remove(partition);
    }

    void forget(Set<TopicPartition> partitions) {
        standing.keySet().removeAll(partitions);
    }

    int count() {
        return standing.size();
    }

    List<Halt> all() {
        return standing.values().stream()
                .sorted(Comparator.comparing(Halt::partition))
                .toList();
    }
}

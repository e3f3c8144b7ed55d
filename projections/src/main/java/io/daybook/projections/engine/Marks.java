package io.daybook.projections.engine;

import io.daybook.projections.engine.Progress.Mark;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation has come, as far as this process knows: where it last left the mark of each partition that it follows. Called
 * on the consumers' threads, of which only one has a partition at a time.
 */
final class Marks {
    private static final Duration CHECK_EVERY = Duration.ofSeconds(3);
    private static final Duration PASS_EVERY = Duration.ofMillis(200);

    private final View<?> view;
    private final int generation;
    private final Map<TopicPartition, Mark> left = new ConcurrentHashMap<>();
    private volatile long checkedAt = System.nanoTime();
    private volatile long passedAt = System.nanoTime();

    Marks(View<?> view, int generation) {
        this.view = view;
        this.generation = generation;
    }

    Map<TopicPartition, Mark> all() {
        return Collections.unmodifiableMap(left);
    }

    void leave(TopicPartition partition, Mark mark) {
        left.put(partition, mark);
    }

    void forget(Set<TopicPartition> partitions) {
        left.keySet().removeAll(partitions);
    }

    boolean isTimeToPass() {
        return System.nanoTime() - passedAt > PASS_EVERY.toNanos();
    }

    /**
     * Moves marks past what a transaction leaves behind at its end, so that nothing that has nothing to read looks late.
     *
     * @return those that were moved
     */
    Map<TopicPartition, Mark> passWhatHoldsNoRecord(Consumer<?, ?> consumer, Halts halts) {
        passedAt = System.nanoTime();
        Map<TopicPartition, Mark> passed = new HashMap<>();
        for (TopicPartition partition : consumer.assignment()) {
            Mark mark = left.get(partition);
            if (mark != null && !halts.holds(partition)) {
                long position = consumer.position(partition);
                if (position > mark.nextOffset()) {
                    passed.put(partition, new Mark(position, mark.logId()));
                }
            }
        }
        if (!passed.isEmpty()) {
            view.store().write(generation, Set.of(), Advance.of(left, passed));
            left.putAll(passed);
        }
        return passed;
    }

    /**
     * Compares them with the store's now and then: one that was emptied, or has forgotten its last moments, must not go unnoticed
     * while nothing arrives.
     *
     * @return whether the store was asked
     * @throws LostMark if it has no mark for one of the partitions
     * @throws MarkWentBack if it has one that stands before where it was left
     */
    boolean check(Set<TopicPartition> partitions) {
        long now = System.nanoTime();
        if (now - checkedAt < CHECK_EVERY.toNanos()) {
            return false;
        }
        checkedAt = now;
        Progress kept = view.store().progress(generation);
        Set<String> missing = kept.missing(partitions);
        if (!missing.isEmpty()) {
            throw new LostMark(view.name(), generation, missing.toString());
        }
        for (TopicPartition partition : partitions) {
            if (hasGoneBack(left.get(partition), kept.marks().get(partition))) {
                throw new MarkWentBack(view.name(), generation, partition.toString());
            }
        }
        return true;
    }

    private static boolean hasGoneBack(@Nullable Mark left, @Nullable Mark kept) {
        return left != null && kept != null && new Advance.Step(left.nextOffset(), left).findsItBefore(kept);
    }
}

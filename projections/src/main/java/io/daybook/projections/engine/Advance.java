package io.daybook.projections.engine;

import io.daybook.projections.engine.Progress.Mark;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Marks to move, each from where whoever moves it left it. */
public record Advance(Map<TopicPartition, Step> steps) {
    /**
     * @param from offset that the mark stands at or above, as far as the mover knows; 0 if it knows nothing
     */
    public record Step(long from, Mark to) {
        /** Whether a store that has this mark has lost what it had answered for. */
        public boolean findsItBefore(Mark kept) {
            return kept.logId().equals(to.logId()) && kept.nextOffset() < from;
        }

        /** Whether the mark stands where it is to go, or above. */
        public boolean findsItDone(Mark kept) {
            return kept.logId().equals(to.logId()) && kept.nextOffset() >= to.nextOffset();
        }
    }

    public static final Advance NONE = new Advance(Map.of());

    public Advance {
        steps = Map.copyOf(steps);
    }

    /**
     * @param known marks where they were left; those that are missing are moved from wherever they are
     */
    public static Advance of(Map<TopicPartition, Mark> known, Map<TopicPartition, Mark> to) {
        Map<TopicPartition, Step> steps = new HashMap<>();
        to.forEach((partition, mark) -> {
            Mark left = known.get(partition);
            steps.put(partition, new Step(left == null ? 0 : left.nextOffset(), mark));
        });
        return new Advance(steps);
    }
}

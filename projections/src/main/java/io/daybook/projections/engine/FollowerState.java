package io.daybook.projections.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one node follows one generation.
 *
 * @param condition in one word
 * @param partitions that this node has been assigned
 * @param behind records that are published but not yet in the rows, over those partitions
 * @param halts partitions that stand still
 * @param failure what went wrong, null while nothing does
 */
public record FollowerState(
        String view,
        int generation,
        Condition condition,
        int partitions,
        long behind,
        List<Halt> halts,
        @Nullable String failure) {
    /** From best to worst. */
    public enum Condition {
        FOLLOWING,
        /** At least one partition is stopped. */
        PARTITION_STOPPED,
        /** The store, the log or Kafka does not answer; tried again without end. */
        FAILING,
        /** The store has no mark, or Kafka no longer has what the mark names: only a rebuild helps. */
        LOST
    }
}

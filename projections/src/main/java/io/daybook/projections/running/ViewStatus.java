package io.daybook.projections.running;

import io.daybook.projections.engine.FollowerState;
import io.daybook.projections.generation.Generation;
import io.daybook.projections.rebuild.RebuildProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a view is.
 *
 * @param version of this node's fold
 * @param summary one line for people, for example {@code partition stopped: …}
 * @param answering the generation this node answers from, null if none
 * @param serving the generation the pointer names
 * @param previous the one it named before
 * @param rows in the answering generation now, tombstones included; null if none answers or its store does not tell
 * @param behind records published but not yet in the answering generation, over all partitions; -1 if that cannot be told
 * @param generations that are kept, the youngest first
 * @param following how this node follows, the youngest generation first
 * @param rebuild the one that runs, or else the last that ran on this node
 */
public record ViewStatus(
        String view,
        int version,
        Health health,
        String summary,
        @Nullable Integer answering,
        @Nullable Integer serving,
        @Nullable Integer previous,
        @Nullable Long rows,
        long behind,
        List<Generation> generations,
        List<FollowerState> following,
        @Nullable RebuildProgress rebuild) {
    /** At a glance. */
    public enum Health {
        GREEN,
        /** It answers, but another generation is being built or it is far behind. */
        YELLOW,
        /** It does not answer, or it does not move. */
        RED
    }
}

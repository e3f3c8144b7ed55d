package io.daybook.projections.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param generation 0 before it has a number
 * @param replayed positions of the log passed
 * @param toReplay positions of the log to pass
 * @param perSecond positions passed in a second, over the whole replay so far
 * @param failure null unless it failed
 */
public record RebuildProgress(
        String view,
        int generation,
        Phase phase,
        long replayed,
        long toReplay,
        long perSecond,
        @Nullable String failure) {
    /** In order; a failure may come after any. */
    public enum Phase {
        STARTING,
        REPLAYING,
        CATCHING_UP,
        PROMOTED,
        FAILED
    }

    public boolean ended() {
        return phase == Phase.PROMOTED || phase == Phase.FAILED;
    }
}

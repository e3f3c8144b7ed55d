package io.daybook.projections.generation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One building of a view.
 *
 * @param number from 1, never used again
 * @param foldVersion of the projection that folded it
 * @param readyAt when the replay had ended, null before
 * @param replayed positions of the log the replay has passed
 * @param toReplay positions of the log it has to pass
 * @param rows when it became ready
 * @param note why it is lost or failed
 */
public record Generation(
        String view,
        int number,
        int foldVersion,
        State state,
        Instant createdAt,
        @Nullable Instant readyAt,
        long replayed,
        long toReplay,
        long rows,
        @Nullable String note) {
    /** Whether it serves is not its own affair: the pointer says so. */
    public enum State {
        /** Replayed from the log. */
        BUILDING,
        /** Complete up to its marks; followed live by nodes of its fold version. */
        READY,
        /** Its store no longer has its mark, or the log it tells has ended. */
        LOST,
        /** The replay ended with an error. */
        FAILED,
        /** Forgotten by its store. */
        DROPPED
    }
}

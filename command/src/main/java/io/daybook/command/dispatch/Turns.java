package io.daybook.command.dispatch;

import java.util.Set;

/**
 * Turns of processes at what many want in each of them. Without them those that decide about one thing at the same time undo each
 * other's work, and the slowest hardly ever gets through. A turn is a courtesy: whether an append wins is decided by the log alone, so
 * one that is not to be had is done without.
 */
public interface Turns {
    /** Where there is one process, or nobody minds. */
    Turns NOBODY_WAITS = names -> Turn.AT_ONCE;

    /** A turn that was taken; it ends when it is closed. */
    interface Turn extends AutoCloseable {
        Turn AT_ONCE = new Turn() {
            @Override
            public boolean waited() {
                return false;
            }

            @Override
            public void close() {
                // nothing was taken
            }
        };

        /** Whether another process had its turn meanwhile, which has probably changed what is remembered here. */
        boolean waited();

        @Override
        void close();
    }

    /** Waits for a while at most; never throws. */
    Turn take(Set<String> names);
}

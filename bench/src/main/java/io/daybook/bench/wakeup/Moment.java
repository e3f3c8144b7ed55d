package io.daybook.bench.wakeup;

import java.util.UUID;

/**
 * When an append began, kept in the name of its ledger, so that whoever sees the event can tell how long it took, in another process
 * too: {@link System#nanoTime} counts from the start of the machine for all processes on it.
 */
final class Moment {
    private Moment() {}

    /** A name that no other ledger has. */
    static String now() {
        return System.nanoTime() + "-" + UUID.randomUUID();
    }

    static long nanosSince(String ledger) {
        return System.nanoTime() - Long.parseLong(ledger.substring(0, ledger.indexOf('-')));
    }
}

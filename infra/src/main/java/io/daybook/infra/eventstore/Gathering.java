package io.daybook.infra.eventstore;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether it is time to write, or company is to be waited for. Whoever has just been answered often comes again at once, and a group of all
 * costs little more than one of those who happen to be there: so a group is written when as many are there as were in the last one or
 * behind it, and without them when half as long has gone by as that one took. Sixteen are enough: more of them are worth less than that
 * the others decide while these are written. A lone writer waits for nobody, and where waiting was in vain nobody waits for a while.
 */
final class Gathering {
    private static final int ENOUGH = 16;
    private static final long LONGEST_NANOS = 500_000;
    /** Groups that are written without waiting after nobody came. */
    private static final int REST = 32;

    private final AtomicInteger there = new AtomicInteger();
    private volatile int wanted;
    private volatile long patience;
    private volatile int rest;

    /** An append has joined those that wait. */
    void came() {
        there.incrementAndGet();
    }

    /** One of them has been taken into a group. */
    void went() {
        there.decrementAndGet();
    }

    boolean isComplete() {
        return rest > 0 || there.get() >= wanted;
    }

    /** How long the first of those that wait does so, in nanoseconds. */
    long patience() {
        return patience;
    }

    /**
     * A group has been written. Called by one thread at a time.
     *
     * @param appends in it
     */
    void wrote(int appends, long nanos) {
        boolean inVain = rest == 0 && appends * 2 < wanted;
        rest = inVain ? REST : Math.max(0, rest - 1);
        wanted = Math.min(ENOUGH, appends + there.get());
        patience = Math.min(LONGEST_NANOS, nanos / 2);
    }
}

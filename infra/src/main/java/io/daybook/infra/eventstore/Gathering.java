package io.daybook.infra.eventstore;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How long a writer waits for company. Whoever has just been answered often comes again at once, and a group of all costs little more
 * than one of those who happen to be there: so the writer waits until as many are there as were with the last group or behind it, for
 * half as long as that took to be written, at most. Sixteen are enough: more of them are worth less than that the others decide while
 * these are written. A lone writer waits for nobody, and where waiting was in vain it rests for a while.
 *
 * <p>All but {@link #came} is for the writer at hand, of which there is one at a time.
 */
final class Gathering {
    private static final int ENOUGH = 16;
    private static final long LONGEST_NANOS = 500_000;
    /** Groups that are written without waiting after nobody came. */
    private static final int REST = 32;

    private final AtomicInteger there = new AtomicInteger();
    private volatile int wanted;
    private volatile @Nullable Thread writer;
    private long patience;
    private int rest;

    /** An append has joined those that wait. */
    void came() {
        if (there.incrementAndGet() == wanted) {
            LockSupport.unpark(writer);
        }
    }

    /** One of them has been taken into a group. */
    void went() {
        there.decrementAndGet();
    }

    /** Waits for those who are likely to come. */
    void await() {
        int before = there.get();
        int missing = wanted - before;
        if (missing <= 0 || rest-- > 0) {
            return;
        }
        writer = Thread.currentThread();
        long until = System.nanoTime() + patience;
        long left = patience;
        while (there.get() < wanted && left > 0) {
            LockSupport.parkNanos(this, left);
            left = until - System.nanoTime();
        }
        writer = null;
        rest = (there.get() - before) * 2 < missing ? REST : 0;
    }

    /**
     * A group has been written.
     *
     * @param appends in it
     */
    void wrote(int appends, long nanos) {
        wanted = Math.min(ENOUGH, appends + there.get());
        patience = Math.min(LONGEST_NANOS, nanos / 2);
    }
}

package io.daybook.bench.replay;

import io.daybook.bench.ledger.EntryPosted;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventHandler;

/**
 * Counts events and may take its time for each. The rate is taken from the first to the last event, so that the start of a
 * processor is not in it.
 */
public final class Handler {
    private final long expected;
    private final long nanosEach;
    private final AtomicLong count = new AtomicLong();
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long first;
    private volatile long last;

    Handler(long expected, long nanosEach) {
        this.expected = expected;
        this.nanosEach = nanosEach;
    }

    @EventHandler
    public void on(EntryPosted entry) {
        long now = System.nanoTime();
        long n = count.incrementAndGet();
        if (n == 1) {
            first = now;
        }
        while (System.nanoTime() - now < nanosEach) {
            Thread.onSpinWait();
        }
        if (n == expected) {
            last = System.nanoTime();
            done.countDown();
        }
    }

    /** @return events per second, once all have come */
    double await(long seconds) throws InterruptedException {
        if (!done.await(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException(count + " of " + expected + " events came within " + seconds + " s");
        }
        return (expected - 1) / ((last - first) / 1e9);
    }
}

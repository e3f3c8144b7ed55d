package io.daybook.app.proof;

import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Orders at a steady rate, whatever becomes of the servers. A buyer whose request gets no answer, or a 5xx, asks again with the same
 * order id until it is answered.
 */
final class Buyers implements AutoCloseable {
    private static final int PER_SECOND = 50;
    private static final int MOST_TRIES = 600;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Program> program;
    private final String sku;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;
    private final Thread clock;

    Buyers(AtomicReference<Program> program, String sku) {
        this.program = program;
        this.sku = sku;
        clock = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        long start = System.nanoTime();
        for (int n = 0; open; n++) {
            long due = start + n * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String order = "kill-" + n;
            threads.execute(() -> buy(order));
        }
    }

    private void buy(String order) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                Storefront.Answer answer = program.get().storefront().order(order, sku);
                if (answer.accepted()) {
                    acknowledged.add(order);
                    return;
                }
                if (answer.status() < 500) {
                    throw new IllegalStateException(order + ": " + answer);
                }
            } catch (UncheckedIOException unanswered) {
                // the process is down: the buyer tries again
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    /** Stops ordering and waits for the answers. */
    Set<String> acknowledged() throws InterruptedException {
        open = false;
        clock.join();
        threads.shutdown();
        if (!threads.awaitTermination(3, TimeUnit.MINUTES)) {
            throw new IllegalStateException("buyers are still waiting");
        }
        return acknowledged;
    }

    @Override
    public void close() {
        open = false;
        threads.shutdownNow();
    }
}

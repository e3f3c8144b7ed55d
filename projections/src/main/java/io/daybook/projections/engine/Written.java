package io.daybook.projections.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes readers of this process that wait for a view as soon as this process has written to it. */
public final class Written {
    private final Map<String, Bell> bells = new ConcurrentHashMap<>();

    public void ring(String view) {
        bell(view).ring();
    }

    /** How often the view was written; hand it to {@link #await} to miss nothing in between. */
    public long count(String view) {
        return bell(view).count();
    }

    /** Returns as soon as the view was written more often than {@code seen}, or after so many milliseconds. */
    public void await(String view, long seen, long millis) throws InterruptedException {
        bell(view).await(seen, millis);
    }

    private Bell bell(String view) {
        return bells.computeIfAbsent(view, name -> new Bell());
    }

    private static final class Bell {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private long count;

        void ring() {
            lock.lock();
            try {
                count++;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }

        long count() {
            lock.lock();
            try {
                return count;
            } finally {
                lock.unlock();
            }
        }

        void await(long seen, long millis) throws InterruptedException {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            lock.lock();
            try {
                while (count <= seen && left > 0) {
                    left = rung.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}

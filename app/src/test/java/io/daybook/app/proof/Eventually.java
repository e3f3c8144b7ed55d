package io.daybook.app.proof;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The one way to wait in a proof. */
final class Eventually {
    private Eventually() {}

    /** Repeats the assertion until it holds, and throws its last failure if it does not in time. */
    static void eventually(Duration patience, Runnable assertion) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError | RuntimeException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
    }
}

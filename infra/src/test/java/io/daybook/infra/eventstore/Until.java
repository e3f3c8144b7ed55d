package io.daybook.infra.eventstore;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting. */
final class Until {
    private Until() {}

    /** @throws AssertionError if it does not become true in a minute */
    static void eventually(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** Lets time pass until so long after the start, a {@link System#nanoTime}. */
    static void since(long start, Duration time) {
        for (long left = time.toNanos(); left > 0; left = start + time.toNanos() - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, 50_000_000));
        }
    }
}

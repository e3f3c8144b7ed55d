package io.daybook.app.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The one way tests wait. */
final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Eventually() {}

    /** Repeats until the assertions hold; after a minute their last failure counts. */
    static void eventually(Runnable assertions) {
        Instant end = Instant.now().plus(LIMIT);
        while (true) {
            try {
                assertions.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}

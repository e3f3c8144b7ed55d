package io.daybook.domain.offender;

import java.time.Instant;
import java.util.UUID;

final class ReadsTheClock {
    private ReadsTheClock() {}

    static String now() {
        return UUID.randomUUID() + " at " + Instant.now();
    }
}

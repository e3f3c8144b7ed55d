package io.daybook.projections.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * A partition that stands still: one of its records cannot be taken in yet.
 *
 * @param partition {@code topic-number}
 * @param offset of the record
 * @param attempts so far, at least 1
 * @param nextAttempt when the record is tried again
 */
public record Halt(String partition, long offset, String reason, Instant since, int attempts, Instant nextAttempt) {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    static Halt first(String partition, long offset, String reason, Instant now) {
        return new Halt(partition, offset, reason, now, 1, now.plus(FIRST_WAIT));
    }

    /** The same record failed again, or the next one did. */
    Halt again(long failedOffset, String failedReason, Instant now) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        Duration wait = doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
        return failedOffset == offset
                ? new Halt(partition, offset, failedReason, since, attempts + 1, now.plus(wait))
                : first(partition, failedOffset, failedReason, now);
    }
}

package io.daybook.infra.eventstore;

import java.util.UUID;

/** Events are missing from the log. Appends cannot leave a hole, so somebody has deleted events; reading on would hide it. */
public final class LogHole extends RuntimeException {
    LogHole(long expected, long found) {
        super("the log has no event at position " + expected + ", the next one is at " + found);
    }

    LogHole(UUID opened, UUID now) {
        super("the log " + opened + " has ended; the one in its place is " + now);
    }
}

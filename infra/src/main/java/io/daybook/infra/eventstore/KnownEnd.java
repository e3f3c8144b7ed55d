package io.daybook.infra.eventstore;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the log ends, as far as this process knows: where it left it. To look for the end costs an append of one event a tenth of its
 * time, and while nobody else writes there is no need to. Whoever takes it for granted and is wrong writes nothing and is told; then
 * others write too, and it is looked for again for a while. For the writer at hand, of which there is one at a time.
 */
final class KnownEnd {
    /** Appends that look for the end after somebody else was found to write. */
    private static final int REST = 64;

    /** @param recordedAt of the event there */
    record End(long position, OffsetDateTime recordedAt) {}

    private @Nullable End end;
    private long lastSeen;
    private @Nullable UUID logId;
    private int backend;
    private int rest;

    /**
     * Null if it must be looked for.
     *
     * @param backend the server's process that is asked; another one may serve another state of the log
     */
    @Nullable
    End in(UUID log, int backend) {
        if (rest > 0) {
            rest--;
            return null;
        }
        return log.equals(logId) && backend == this.backend ? end : null;
    }

    /** Where the log ended when this process last knew: others may have written since. 0 if it never did. */
    long lastSeen() {
        return lastSeen;
    }

    /** This process has left it there. */
    void leave(End at, UUID log, int backend) {
        end = at;
        lastSeen = at.position();
        logId = log;
        this.backend = backend;
    }

    /** Nothing is certain any more. */
    void forget() {
        end = null;
    }

    /** Somebody else has written. */
    void wasTaken() {
        forget();
        rest = REST;
    }
}

package io.daybook.infra.eventstore;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the log ends, as far as this process knows: where it left it; and what time it is by the server's clock. To ask the server for both
 * costs an append of one event over a tenth of its time, and while nobody else writes there is no need to. Whoever takes the end for granted and
 * is wrong writes nothing and is told; then others write too, and it is looked for again for a while. The time is what the server said when
 * it was last asked, and what has gone by since; it is asked again after a second. For the writer at hand, of which there is one at a time.
 */
final class KnownEnd {
    /** Appends that look for the end after somebody else was found to write. */
    private static final int REST = 64;

    private static final long CLOCK_HOLDS_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** @param recordedAt of the event there */
    record End(long position, OffsetDateTime recordedAt) {}

    private final LongSupplier nanos;
    private @Nullable End end;
    /** The end that the server told. */
    private @Nullable End told;

    private long toldNanos;
    private long lastSeen;
    private @Nullable UUID logId;
    private int backend;
    private int rest;

    KnownEnd() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that does not run back */
    KnownEnd(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * The end, and when whatever is appended there is recorded; null if both must be asked for.
     *
     * @param backend the server's process that is asked; another one may serve another state of the log
     */
    @Nullable
    End in(UUID log, int backend) {
        if (rest > 0) {
            rest--;
            return null;
        }
        long since = nanos.getAsLong() - toldNanos;
        if (end == null || told == null || since > CLOCK_HOLDS_NANOS || backend != this.backend || !log.equals(logId)) {
            return null;
        }
        return new End(end.position(), told.recordedAt().plus(TimeUnit.NANOSECONDS.toMicros(since), ChronoUnit.MICROS));
    }

    /** Where the log ended when this process last knew: others may have written since. 0 if it never did. */
    long lastSeen() {
        return lastSeen;
    }

    /** This process has left it there, by what {@link #in} gave it. */
    void moved(End at) {
        end = at;
        lastSeen = at.position();
    }

    /** This process has left it there, by what the server said. */
    void told(End at, UUID log, int backend) {
        moved(at);
        told = at;
        toldNanos = nanos.getAsLong();
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

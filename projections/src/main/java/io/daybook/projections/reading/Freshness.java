package io.daybook.projections.reading;

import io.daybook.domain.kernel.ReadAfter.Mark;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Written;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Reading;
import io.daybook.query.reading.ViewLate;
import io.daybook.query.reading.ViewLate.Lag;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongBiFunction;

/**
 * Reads again until what is read has seen the marks of the caller's token. Of a token only those marks count that the view
 * consumes. Woken at once by writes of this process, looks every few milliseconds for those of others.
 */
public final class Freshness {
    /** How long a query waits unless told otherwise. */
    public static final Duration USUAL_WAIT = Duration.ofSeconds(2);

    private static final long LOOK_EVERY_MILLIS = 20;

    private final Written written;
    private final Duration longest;

    public Freshness(Written written, Duration longest) {
        this.written = written;
        this.longest = longest;
    }

    /**
     * Reads one row.
     *
     * @param key of the row; marks of other rows do not count
     * @param read what is there now, tombstone or nothing included
     * @param seen the last sequence of the mark's aggregate that is in what was read, -1 if none is
     * @throws BadQuestion if the token names what cannot be
     * @throws ViewLate {@code view.late} if it takes too long and the caller does not take an old answer
     */
    public <T> Fresh<T> row(
            Projection<?> projection, String key, Reading reading, Supplier<T> read, ToLongBiFunction<T, Mark> seen) {
        return await(projection, reading, mark -> keyOf(projection, mark).equals(key), read, seen);
    }

    /**
     * The key of the row that a mark belongs to.
     *
     * @throws BadQuestion if the token names what cannot be
     */
    public static String keyOf(Projection<?> projection, Mark mark) {
        try {
            return projection.keyOf(mark.aggregateType(), mark.aggregateId());
        } catch (IllegalArgumentException e) {
            throw new BadQuestion("readAfter", "must be a token that a command answered");
        }
    }

    /** As {@link #row}, for an answer made of many rows: all marks count that the view consumes. */
    public <T> Fresh<T> rows(
            Projection<?> projection, Reading reading, Supplier<T> read, ToLongBiFunction<T, Mark> seen) {
        return await(projection, reading, mark -> true, read, seen);
    }

    private <T> Fresh<T> await(
            Projection<?> projection,
            Reading reading,
            Predicate<Mark> concerns,
            Supplier<T> read,
            ToLongBiFunction<T, Mark> seen) {
        List<Mark> wanted = reading.after() == null
                ? List.of()
                : reading.after().marks().stream()
                        .filter(mark -> projection.consumes(mark.aggregateType()))
                        .filter(concerns)
                        .toList();
        String view = projection.name();
        long deadline = System.nanoTime() + longest.toNanos();
        while (true) {
            long count = written.count(view);
            T value = read.get();
            List<Lag> lag = wanted.stream()
                    .map(mark -> Lag.of(mark, seen.applyAsLong(value, mark)))
                    .filter(l -> l.seen() < l.wanted())
                    .toList();
            if (lag.isEmpty()) {
                return new Fresh<>(value, false);
            }
            if (System.nanoTime() >= deadline || !waited(view, count)) {
                if (reading.staleOk()) {
                    return new Fresh<>(value, true);
                }
                throw new ViewLate(view, lag);
            }
        }
    }

    /** False if the thread shall end. */
    private boolean waited(String view, long count) {
        try {
            written.await(view, count, LOOK_EVERY_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

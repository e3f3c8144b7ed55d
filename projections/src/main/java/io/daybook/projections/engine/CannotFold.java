package io.daybook.projections.engine;

import io.daybook.projections.history.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** An event that a view cannot take in now: nothing after it may be, on its partition, until it can. */
public final class CannotFold extends RuntimeException {
    CannotFold(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    static CannotFold of(RecordedEvent event, RuntimeException cause) {
        return new CannotFold(
                event.type() + " (" + event.aggregateId() + ", " + event.sequence() + "): " + cause, cause);
    }

    static CannotFold gap(RecordedEvent event, long applied) {
        return new CannotFold(
                event.type() + " (" + event.aggregateId() + ", " + event.sequence() + ") follows " + applied
                        + " in the row, and the log does not have what lies between",
                null);
    }
}

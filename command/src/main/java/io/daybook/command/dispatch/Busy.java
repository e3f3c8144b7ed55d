package io.daybook.command.dispatch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Others came first, or too many wait. Nothing was written; the caller may try again. Answered with 503. */
public final class Busy extends RuntimeException {
    /** The stable code of this answer. */
    public static final String CODE = "command.busy";

    private Busy(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Other appends came first, every time. */
    public static Busy othersCameFirst(String aggregateId, int tries, Throwable last) {
        return new Busy(aggregateId + " was changed by others in each of " + tries + " tries", last);
    }

    static Busy tooManyWant(String name, Duration waited) {
        return new Busy("too many want " + name + ": its turn did not come in " + waited.toSeconds() + " s", null);
    }

    public String code() {
        return CODE;
    }
}

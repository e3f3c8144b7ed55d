package io.daybook.command.dispatch;

/** Other appends came first, every time. Nothing was written; the caller may try again. Answered with 503. */
public final class Busy extends RuntimeException {
    /** The stable code of this answer. */
    public static final String CODE = "command.busy";

    public Busy(String aggregateId, int tries, Throwable last) {
        super(aggregateId + " was changed by others in each of " + tries + " tries", last);
    }

    public String code() {
        return CODE;
    }
}

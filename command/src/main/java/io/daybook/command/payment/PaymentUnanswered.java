package io.daybook.command.payment;

import org.jspecify.annotations.Nullable;

/**
 * The provider gave no answer to a wish: whether it was fulfilled is not known, unless {@link #mayHaveHappened} says it was not.
 * Never to be read as a "no".
 */
public final class PaymentUnanswered extends RuntimeException {
    private final boolean retriable;
    private final boolean mayHaveHappened;
    private final boolean failed;

    private PaymentUnanswered(
            String message, boolean retriable, boolean mayHaveHappened, boolean failed, @Nullable Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
        this.mayHaveHappened = mayHaveHappened;
        this.failed = failed;
    }

    /** It was sent, and then nothing usable came back. */
    public static PaymentUnanswered lost(String message, Throwable cause) {
        return new PaymentUnanswered(message, true, true, false, cause);
    }

    /** It came through, and the provider says that it failed there: for now, for ever, or only in saying what it had done. */
    public static PaymentUnanswered failed(String message, Throwable cause) {
        return new PaymentUnanswered(message, true, true, true, cause);
    }

    /** It was not taken on, or not even sent; it may be later. */
    public static PaymentUnanswered notNow(String message, Throwable cause) {
        return new PaymentUnanswered(message, true, false, false, cause);
    }

    /** It was not taken on and never will be as it is: our settings or our code are wrong. */
    public static PaymentUnanswered wrong(String message, @Nullable Throwable cause) {
        return new PaymentUnanswered(message, false, false, false, cause);
    }

    /** Whether the provider itself said that it failed: then nothing is under way there with this key. */
    public boolean hasFailed() {
        return failed;
    }

    /** Whether the same wish with the same key may fare better later. */
    public boolean retriable() {
        return retriable;
    }

    /** Whether the money may have moved although nobody told us; if not, this call moved none. */
    public boolean mayHaveHappened() {
        return mayHaveHappened;
    }
}

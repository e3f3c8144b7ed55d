package io.daybook.command.payment;

import org.jspecify.annotations.Nullable;

/**
 * The provider gave no answer to a wish: whether it was fulfilled is not known, unless {@link #mayHaveHappened} says it was not.
 * Never to be read as a "no".
 */
public final class PaymentUnanswered extends RuntimeException {
    private final boolean retriable;
    private final boolean mayHaveHappened;

    private PaymentUnanswered(String message, boolean retriable, boolean mayHaveHappened, @Nullable Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
        this.mayHaveHappened = mayHaveHappened;
    }

    /** It was sent, and then nothing usable came back. */
    public static PaymentUnanswered lost(String message, Throwable cause) {
        return new PaymentUnanswered(message, true, true, cause);
    }

    /** It was not taken on, or not even sent; it may be later. */
    public static PaymentUnanswered notNow(String message, Throwable cause) {
        return new PaymentUnanswered(message, true, false, cause);
    }

    /** It was not taken on and never will be as it is: our settings or our code are wrong. */
    public static PaymentUnanswered wrong(String message, @Nullable Throwable cause) {
        return new PaymentUnanswered(message, false, false, cause);
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

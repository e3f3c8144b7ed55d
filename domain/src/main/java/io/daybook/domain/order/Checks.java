package io.daybook.domain.order;

import java.time.Instant;

/**
 * What a placed order still waits for: its payment and a look for fraud, in whatever order they come.
 *
 * @param paying whether it has its money
 * @param screening what the look for fraud came to so far
 */
public record Checks(Paying paying, Screening screening) {
    /** How the order is paid. */
    public enum Paying {
        ON_INVOICE,
        AWAITED,
        SECURED
    }

    /** What is known about fraud. */
    public sealed interface Screening {
        record Unscreened() implements Screening {}

        /** @param until when waiting for a person ends */
        record InReview(int score, Instant until) implements Screening {}

        record Cleared() implements Screening {}
    }

    /** Nobody pays before {@code PaymentAwaited} says so. */
    static final Checks NONE = new Checks(Paying.ON_INVOICE, new Screening.Unscreened());

    public boolean isPaid() {
        return paying != Paying.AWAITED;
    }

    public boolean isCleared() {
        return screening instanceof Screening.Cleared;
    }

    Checks with(Paying now) {
        return new Checks(now, screening);
    }

    Checks with(Screening now) {
        return new Checks(paying, now);
    }
}

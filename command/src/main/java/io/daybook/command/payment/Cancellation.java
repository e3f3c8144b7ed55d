package io.daybook.command.payment;

/** What became of a wish to cancel. */
public sealed interface Cancellation {
    /** Nothing is set aside any more, and nothing can be captured; also when that was so before. */
    record Released(AuthorisationId id) implements Cancellation {}

    /**
     * Too late: it was captured. What was captured can be refunded.
     *
     * @param code the provider's, stable
     * @param message one sentence for a person
     */
    record NotReleased(AuthorisationId id, String code, String message) implements Cancellation {}
}

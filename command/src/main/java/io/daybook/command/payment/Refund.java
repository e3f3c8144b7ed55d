package io.daybook.command.payment;

import io.daybook.domain.kernel.Money;

/** What became of a wish to refund. */
public sealed interface Refund {
    /**
     * The money is on its way to the buyer.
     *
     * @param refundId the provider's name for this refund
     */
    record Refunded(AuthorisationId id, String refundId, Money amount) implements Refund {}

    /** The provider has taken it on and cannot say yet; a notice will come if it fails. */
    record RefundPending(AuthorisationId id, String refundId, Money amount) implements Refund {}

    /**
     * Nothing is given back, and repeating it will not help.
     *
     * @param code the provider's, stable
     * @param message one sentence for a person
     */
    record NotRefunded(AuthorisationId id, String code, String message) implements Refund {}
}

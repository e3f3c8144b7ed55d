package io.daybook.command.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whoever moves the money. Every call goes over a network and may take seconds, so none is made inside a transaction. Each throws
 * {@link PaymentUnanswered} when no answer came; then the same wish with the same key may be sent again, or {@link #find} says what
 * became of it. A "no" is an answer, not an exception.
 */
public interface PaymentProvider {
    /**
     * Sets money aside for an order.
     *
     * @param amount above zero
     * @throws IllegalArgumentException if the amount is not
     */
    Authorisation authorise(OrderId order, Money amount, PaymentMethod method, PaymentKey key);

    /**
     * Takes money that was set aside.
     *
     * @param amount above zero, at most what is still set aside
     * @param last whether what is left over is released; captures before the last need {@link Authorisation.Authorised#inParts}
     * @throws IllegalArgumentException if the amount is not above zero
     */
    Capture capture(AuthorisationId authorisation, Money amount, boolean last, PaymentKey key);

    /**
     * Gives back money that was captured.
     *
     * @param amount above zero, at most what was captured and not yet given back
     * @throws IllegalArgumentException if the amount is not above zero
     */
    Refund refund(AuthorisationId authorisation, Money amount, PaymentKey key);

    /** Releases what was set aside, or ends a payment that waits for its buyer. */
    Cancellation cancel(AuthorisationId authorisation, PaymentKey key);

    /** What the provider knows of one authorisation, as it is now; empty if there is none of that name, or it is not ours. */
    Optional<PaymentStanding> read(AuthorisationId authorisation);

    /**
     * What the provider knows of an order, for when no authorisation of it is known by name; dear where there are many payments: one entry per authorisation that was ever tried, the newest first, empty if none arrived.
     * Providers find young payments only if they are told where to look.
     *
     * @param askedAt when the wish in doubt was last sent
     */
    List<PaymentStanding> find(OrderId order, Instant askedAt);
}

package io.daybook.command.payment;

import io.daybook.domain.kernel.Money;

/**
 * Where one authorisation stands at the provider.
 *
 * @param key of the wish that it came from, by which one attempt is told from another
 * @param captured in all, zero if nothing was
 * @param refunded in all, zero if nothing was; refunds that failed do not count
 */
public record PaymentStanding(
        AuthorisationId id, PaymentKey key, Authorisation authorisation, Money captured, Money refunded) {}

package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The money that is set aside for one order, and what became of it.
 *
 * @param authorisation the provider's name for it
 * @param amount what was set aside
 * @param inParts whether it can be captured in several parts
 * @param limit what may be captured in all: less than was set aside once something of the order is cancelled, and never less than was
 *     captured
 * @param lowerings ids of what was cancelled of the order
 * @param closed the last capture was asked for, or the rest is released: what is not captured then is no longer ours
 * @param releasing the rest is to be released
 * @param since when the payment was asked for
 */
public record Account(
        String authorisation,
        Money amount,
        boolean inParts,
        Money limit,
        Steps<Due.Capture> captures,
        Steps<Due.Refund> refunds,
        Set<String> lowerings,
        boolean closed,
        boolean releasing,
        Instant since) {

    static Account opened(String authorisation, Money amount, boolean inParts, Instant since) {
        String currency = amount.currency();
        return new Account(
                authorisation,
                amount,
                inParts,
                amount,
                Steps.none(currency),
                Steps.none(currency),
                Set.of(),
                false,
                false,
                since);
    }

    /** In all. */
    public Money captured() {
        return captures.total();
    }

    /** In all. */
    public Money refunded() {
        return refunds.total();
    }

    /** Captured, or about to be. */
    Money taken() {
        return captures.total().plus(captures.pending());
    }

    /** What may still be captured. */
    Money open() {
        return closed ? Money.zero(amount.currency()) : owed();
    }

    /** What may be captured of something that failed, also after the last capture was asked for. */
    Money owed() {
        return limit.minus(taken());
    }

    /** What may still be given back: captures that are under way count as made. */
    Money refundable() {
        return taken().minus(refunds.total()).minus(refunds.pending());
    }

    /** Captures come first: what is given back must have been taken, and what is released must not be. */
    Optional<Due> due(int attempt) {
        Stream<Due> release = releasing
                ? Stream.of(new Due.Release(attempt, authorisation, amount.minus(taken()), since))
                : Stream.of();
        return Stream.concat(Stream.concat(captures.asked().stream(), refunds.asked().stream()), release)
                .findFirst();
    }

    Account asking(Due.Capture more) {
        Steps<Due.Capture> all = more.last() ? captures.forgiving() : captures;
        return new Account(
                authorisation,
                amount,
                inParts,
                limit,
                all.asking(more),
                refunds,
                lowerings,
                closed || more.last(),
                releasing,
                since);
    }

    Account with(Steps<Due.Capture> changed) {
        return new Account(
                authorisation, amount, inParts, limit, changed, refunds, lowerings, closed, releasing, since);
    }

    Account refunding(Steps<Due.Refund> changed) {
        return new Account(
                authorisation, amount, inParts, limit, captures, changed, lowerings, closed, releasing, since);
    }

    Account lowered(String id, Money newLimit) {
        Set<String> all = new HashSet<>(lowerings);
        all.add(id);
        return new Account(
                authorisation, amount, inParts, newLimit, captures, refunds, Set.copyOf(all), closed, releasing, since);
    }

    /** The rest is to be released, or is. */
    Account releasing(boolean still) {
        return new Account(authorisation, amount, inParts, limit, captures, refunds, lowerings, true, still, since);
    }
}

package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.payment.Due.Capture;
import io.daybook.domain.payment.Due.Refund;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The money that is set aside for one order, and what became of it.
 *
 * @param authorisation the provider's name for it
 * @param amount what was set aside
 * @param inParts whether it can be captured in several parts
 * @param captured in all
 * @param refunded in all
 * @param captures asked for and not answered, the oldest first
 * @param refunds asked for and not answered, the oldest first
 * @param made refunds that were made, by id: the buyer's bank may send one back later
 * @param shipments for which a capture was ever asked
 * @param returns for which a refund was ever asked; both are few, since they end with the order's units
 * @param closed the last capture was asked for: what is not captured then is no longer ours
 * @param since when the payment was asked for
 */
public record Account(
        String authorisation,
        Money amount,
        boolean inParts,
        Money captured,
        Money refunded,
        List<Capture> captures,
        List<Refund> refunds,
        Map<String, Money> made,
        Set<String> shipments,
        Set<String> returns,
        boolean closed,
        Instant since) {

    static Account opened(String authorisation, Money amount, boolean inParts, Instant since) {
        Money zero = Money.zero(amount.currency());
        return new Account(
                authorisation,
                amount,
                inParts,
                zero,
                zero,
                List.of(),
                List.of(),
                Map.of(),
                Set.of(),
                Set.of(),
                false,
                since);
    }

    /** What may still be captured. */
    Money open() {
        return closed ? Money.zero(amount.currency()) : minus(minus(amount, captured), sum(captures));
    }

    /** What may still be given back: captures that are under way count as made. */
    Money refundable() {
        return minus(minus(captured.plus(sum(captures)), refunded), sum(refunds));
    }

    Optional<Capture> capture(String shipmentId) {
        return captures.stream().filter(c -> c.shipmentId().equals(shipmentId)).findFirst();
    }

    Optional<Refund> refund(String refundId) {
        return refunds.stream().filter(r -> r.refundId().equals(refundId)).findFirst();
    }

    /** Captures come first: what is given back must have been taken. */
    Optional<Due> due() {
        return Stream.<Due>concat(captures.stream(), refunds.stream()).findFirst();
    }

    Account asking(Capture more) {
        return with(
                captured,
                refunded,
                plus(captures, more),
                refunds,
                made,
                plus(shipments, more.shipmentId()),
                returns,
                closed || more.last());
    }

    Account asking(Refund more) {
        return with(
                captured,
                refunded,
                captures,
                plus(refunds, more),
                made,
                shipments,
                plus(returns, more.refundId()),
                closed);
    }

    /** @param total captured now; as before if it failed */
    Account captured(String shipmentId, Money total) {
        List<Capture> left = captures.stream()
                .filter(c -> !c.shipmentId().equals(shipmentId))
                .toList();
        return with(total, refunded, left, refunds, made, shipments, returns, closed);
    }

    Account refunded(String refundId, Money amount, Money total) {
        Map<String, Money> more = new HashMap<>(made);
        more.put(refundId, amount);
        return with(captured, total, captures, without(refundId), Map.copyOf(more), shipments, returns, closed);
    }

    /** It was not made, or came back after it was. */
    Account refundFailed(String refundId) {
        Money back = made.getOrDefault(refundId, Money.zero(amount.currency()));
        Map<String, Money> rest = new HashMap<>(made);
        rest.remove(refundId);
        return with(
                captured,
                minus(refunded, back),
                captures,
                without(refundId),
                Map.copyOf(rest),
                shipments,
                returns,
                closed);
    }

    private List<Refund> without(String refundId) {
        return refunds.stream().filter(r -> !r.refundId().equals(refundId)).toList();
    }

    private Account with(
            Money newCaptured,
            Money newRefunded,
            List<Capture> newCaptures,
            List<Refund> newRefunds,
            Map<String, Money> newMade,
            Set<String> newShipments,
            Set<String> newReturns,
            boolean newClosed) {
        return new Account(
                authorisation,
                amount,
                inParts,
                newCaptured,
                newRefunded,
                newCaptures,
                newRefunds,
                newMade,
                newShipments,
                newReturns,
                newClosed,
                since);
    }

    private Money sum(List<? extends Due> parts) {
        return parts.stream().map(Due::amount).reduce(Money.zero(amount.currency()), Money::plus);
    }

    private static Money minus(Money some, Money less) {
        return some.plus(less.negated());
    }

    private static <T> List<T> plus(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static Set<String> plus(Set<String> some, String more) {
        Set<String> all = new HashSet<>(some);
        all.add(more);
        return Set.copyOf(all);
    }
}

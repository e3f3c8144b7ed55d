package io.daybook.command.order;

import io.daybook.command.dispatch.Contended;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.payment.PaymentEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's wish for an order: what {@code PlaceOrder} is before stock was found for it. Granted in {@code command.fulfilment},
 * at once and in one commit, or refused with the lines that are short.
 *
 * @param method what it is paid with; null on invoice, or to be told later
 */
public record CheckOut(
        OrderId order,
        CustomerId customer,
        Buyer buyer,
        List<OrderLine> lines,
        List<Charge> charges,
        @Nullable PaymentToken method,
        Instant now)
        implements Command, Contended {
    /** To be paid on invoice, or with something that is told later. */
    public CheckOut(
            OrderId order, CustomerId customer, Buyer buyer, List<OrderLine> lines, List<Charge> charges, Instant now) {
        this(order, customer, buyer, lines, charges, null, now);
    }

    @Override
    public String aggregateId() {
        return order.aggregateId();
    }

    @Override
    public Set<String> begins() {
        return Set.of(aggregateId(), PaymentEvent.idOf(order));
    }

    @Override
    public Set<String> wanted() {
        return lines.stream().map(line -> line.sku().value()).collect(Collectors.toUnmodifiableSet());
    }
}

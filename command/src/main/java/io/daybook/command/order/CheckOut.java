package io.daybook.command.order;

import io.daybook.command.dispatch.Contended;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A buyer's wish for an order: what {@code PlaceOrder} is before stock was found for it. Granted in {@code command.fulfilment},
 * at once and in one commit, or refused with the lines that are short.
 */
public record CheckOut(
        OrderId order, CustomerId customer, Buyer buyer, List<OrderLine> lines, List<Charge> charges, Instant now)
        implements Command, Contended {
    @Override
    public String aggregateId() {
        return order.aggregateId();
    }

    @Override
    public Set<String> wanted() {
        return lines.stream().map(line -> line.sku().value()).collect(Collectors.toUnmodifiableSet());
    }
}

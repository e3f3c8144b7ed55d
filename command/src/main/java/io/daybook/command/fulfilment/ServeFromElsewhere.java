package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Contended;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.Set;

/**
 * Units of the order that an item was to serve are served by others, since the item has fallen short; what nothing serves is
 * cancelled. Changes nothing if the item is short no more, or if none of the order's units depend on it.
 */
public record ServeFromElsewhere(OrderId order, ItemId item, Instant now) implements Command, Contended {
    @Override
    public String aggregateId() {
        return order.aggregateId();
    }

    @Override
    public Set<String> wanted() {
        return Set.of(item.sku().value());
    }
}

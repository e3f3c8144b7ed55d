package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;

/**
 * All that is held for an order is held until {@code until}, because its payment is pending. Possible once; the same wish again changes
 * nothing, so {@code until} should follow from what happened and not from the clock. Waiting for the payment ends with it.
 */
public record ExtendHolds(OrderId order, Instant until, Instant now) implements Command {
    @Override
    public String aggregateId() {
        return order.aggregateId();
    }
}

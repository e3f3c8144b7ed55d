package io.daybook.command.order;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import java.time.Instant;

/** A buyer's wish to pay: for the first time, or with something else after a decline. Granted in {@code command.fulfilment}. */
public record PayOrder(OrderId order, PaymentToken method, Instant now) implements Command {
    @Override
    public String aggregateId() {
        return order.aggregateId();
    }
}

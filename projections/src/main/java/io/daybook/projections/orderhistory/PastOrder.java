package io.daybook.projections.orderhistory;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.projections.orders.Waiting;
import io.daybook.query.order.Stage;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * An order as an entry of its customer's list.
 *
 * @param waiting what it waits for while it is allocated and not confirmed
 * @param units over all lines
 */
record PastOrder(
        OrderId order, CustomerId customer, Stage stage, Instant placedAt, Money total, long units, Waiting waiting) {
    PastOrder at(Stage reached) {
        return new PastOrder(order, customer, reached, placedAt, total, units, waiting);
    }

    PastOrder waiting(UnaryOperator<Waiting> step) {
        Waiting now = step.apply(waiting);
        return new PastOrder(order, customer, now.stage(), placedAt, total, units, now);
    }
}

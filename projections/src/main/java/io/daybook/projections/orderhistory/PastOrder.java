package io.daybook.projections.orderhistory;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.query.order.Stage;
import java.time.Instant;

/**
 * An order as an entry of its customer's list.
 *
 * @param units over all lines
 */
record PastOrder(OrderId order, CustomerId customer, Stage stage, Instant placedAt, Money total, long units) {
    PastOrder at(Stage reached) {
        return new PastOrder(order, customer, reached, placedAt, total, units);
    }
}

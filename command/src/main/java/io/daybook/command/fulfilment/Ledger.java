package io.daybook.command.fulfilment;

import io.daybook.command.inventory.InventoryItemAggregate;
import io.daybook.command.order.OrderAggregate;
import io.daybook.command.payment.PaymentAggregate;
import io.daybook.domain.kernel.OrderId;
import org.axonframework.modelling.command.Repository;

/** Where orders, their payments and the stock that serves them are decided together: on a {@link Page} of the current unit of work. */
record Ledger(
        Repository<OrderAggregate> orders,
        Repository<PaymentAggregate> payments,
        Repository<InventoryItemAggregate> items) {
    /** Loads the order, or opens an empty one, and locks it. */
    Page open(OrderId order) {
        try {
            return new Page(order, orders.loadOrCreate(order.aggregateId(), OrderAggregate::new), payments, items);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

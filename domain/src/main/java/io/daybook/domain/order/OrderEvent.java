package io.daybook.domain.order;

import io.daybook.domain.kernel.AboutPerson;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to an order. {@code occurredAt} is business time: for imported history the date on the invoice. */
public sealed interface OrderEvent extends DomainEvent {
    OrderId order();

    Instant occurredAt();

    @Override
    default String aggregateId() {
        return order().aggregateId();
    }

    @Override
    default String partitionKey() {
        return order().value();
    }

    /**
     * @param buyer unknown for imported history
     * @param total lines and charges
     */
    record OrderPlaced(
            OrderId order,
            CustomerId customer,
            @Nullable Buyer buyer,
            List<OrderLine> lines,
            List<Charge> charges,
            Money total,
            Instant occurredAt)
            implements OrderEvent, AboutPerson {
        @Override
        public CustomerId subject() {
            return customer;
        }

        @Override
        public boolean carriesPersonalData() {
            return buyer != null;
        }
    }

    /**
     * Every line has its stock.
     *
     * @param holdsUntil when the promise ends unless the order is confirmed
     */
    record StockAllocated(OrderId order, List<Allocation> allocations, Instant holdsUntil, Instant occurredAt)
            implements OrderEvent {}

    record OrderConfirmed(OrderId order, Instant occurredAt) implements OrderEvent {}

    /**
     * @param complete nothing of the order is left to ship
     */
    record ItemsShipped(OrderId order, String shipmentId, List<Parcel> parcels, boolean complete, Instant occurredAt)
            implements OrderEvent {}

    record OrderDelivered(OrderId order, Instant occurredAt) implements OrderEvent {}

    /**
     * @param released the allocations that were given back
     */
    record OrderCancelled(OrderId order, String reason, List<Allocation> released, Instant occurredAt)
            implements OrderEvent {}

    /**
     * @param value what the buyer had paid for the returned units
     */
    record ItemsReturned(
            OrderId order, String returnId, List<ReturnedLine> lines, Money value, String reason, Instant occurredAt)
            implements OrderEvent {}
}

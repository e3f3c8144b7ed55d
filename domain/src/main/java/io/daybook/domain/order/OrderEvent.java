package io.daybook.domain.order;

import io.daybook.domain.kernel.AboutPerson;
import io.daybook.domain.kernel.Address;
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

        /** Null for imported history. */
        public @Nullable Address deliverTo() {
            return buyer == null ? null : buyer.deliverTo();
        }
    }

    /**
     * Every line has its stock.
     *
     * @param holdsUntil when the promise ends unless the order is confirmed
     */
    record StockAllocated(OrderId order, List<Allocation> allocations, Instant holdsUntil, Instant occurredAt)
            implements OrderEvent {}

    /**
     * The promise of stock is made longer, once, because the payment is pending.
     *
     * @param holdsUntil when it ends now, and waiting for the payment with it
     */
    record HoldsExtended(OrderId order, Instant holdsUntil, Instant occurredAt) implements OrderEvent {}

    /**
     * Other stock serves units that had their stock already and were not shipped: theirs is not there.
     *
     * @param released what served them before
     * @param allocated what serves them now; as many units of each line and SKU
     */
    record StockReallocated(OrderId order, List<Allocation> released, List<Allocation> allocated, Instant occurredAt)
            implements OrderEvent {}

    /**
     * The money is to be set aside before the order is confirmed, or to be tried anew after a decline.
     *
     * @param until when waiting for it ends
     */
    record PaymentAwaited(OrderId order, Money amount, Instant until, Instant occurredAt) implements OrderEvent {}

    /** The provider wants something of the buyer, at its own form. */
    record PaymentNeedsAction(OrderId order, Instant occurredAt) implements OrderEvent {}

    /**
     * The buyer may try something else until the payment is no longer awaited.
     *
     * @param code the provider's
     */
    record PaymentTurnedDown(OrderId order, String code, Instant occurredAt) implements OrderEvent {}

    record PaymentSecured(OrderId order, Money amount, Instant occurredAt) implements OrderEvent {}

    /**
     * A person has to say whether it is fraud.
     *
     * @param score from 0, none, to 100
     * @param reasons stable codes
     * @param until when waiting for the person ends
     */
    record OrderSentToReview(OrderId order, int score, List<String> reasons, Instant until, Instant occurredAt)
            implements OrderEvent {}

    /**
     * It is no fraud.
     *
     * @param by whoever said so: {@code rules}, or a person
     */
    record OrderCleared(OrderId order, int score, List<String> reasons, String by, Instant occurredAt)
            implements OrderEvent {}

    /**
     * It is taken for fraud; the order is cancelled with it.
     *
     * @param by whoever said so: {@code rules}, or a person
     */
    record OrderRefused(OrderId order, int score, List<String> reasons, String by, Instant occurredAt)
            implements OrderEvent {}

    /** It has its money, unless it is on invoice, and nobody takes it for fraud. */
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
     * Units of a confirmed order will not be shipped; the others will, or were.
     *
     * @param lines as they were ordered: units of a bundle's line are whole bundles
     * @param released their stock, as far as it had not left
     * @param value what the buyer does not owe for them any more
     * @param complete nothing of the order is left to ship
     */
    record ItemsCancelled(
            OrderId order,
            String cancellationId,
            List<CancelledLine> lines,
            List<Allocation> released,
            Money value,
            String reason,
            boolean complete,
            Instant occurredAt)
            implements OrderEvent {}

    /**
     * @param value what the buyer had paid for the returned units
     */
    record ItemsReturned(
            OrderId order, String returnId, List<ReturnedLine> lines, Money value, String reason, Instant occurredAt)
            implements OrderEvent {}
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What an order is at one moment.
 *
 * <p>Longer than 150 lines because each event has its say for each state.
 */
public sealed interface Order {
    record NotPlaced() implements Order {}

    /** Placed, whatever became of it since. */
    sealed interface Agreed extends Order {
        @Override
        Purchase purchase();
    }

    /**
     * Placed, and its stock is held.
     *
     * @param holdsUntil when the promise ends; waiting for the payment ends with it
     * @param extended {@code holdsUntil} is not the end it was placed with, and the last it will have
     * @param checks what it still waits for
     */
    record Placed(Purchase purchase, Goods goods, Instant holdsUntil, boolean extended, Checks checks)
            implements Agreed {
        /** Whether nothing is missing but the stock. */
        public boolean isReady() {
            return checks.isPaid() && checks.isCleared();
        }

        private Placed with(Checks now) {
            return new Placed(purchase, goods, holdsUntil, extended, now);
        }

        private Placed with(Goods now) {
            return new Placed(purchase, now, holdsUntil, extended, checks);
        }
    }

    /** Its stock is allocated; nothing was shipped. */
    record Confirmed(Purchase purchase, Goods goods) implements Agreed {}

    record PartlyShipped(Purchase purchase, Goods goods) implements Agreed {}

    record Shipped(Purchase purchase, Goods goods) implements Agreed {}

    record Delivered(Purchase purchase, Goods goods) implements Agreed {}

    record Cancelled(Purchase purchase) implements Agreed {}

    /** No order at all: a credit note from imported history, kept under an id of its own. */
    record PastReturn(List<ReturnedLine> lines, String reason) implements Order {}

    static Order initial() {
        return new NotPlaced();
    }

    static Order evolve(Order order, OrderEvent event) {
        return switch (event) {
            case OrderPlaced e ->
                new Placed(
                        new Purchase(e.customer(), e.buyer(), e.lines(), e.charges()),
                        Goods.NONE,
                        e.occurredAt(),
                        false,
                        Checks.NONE);
            case StockAllocated e ->
                order instanceof Placed o
                        ? new Placed(
                                o.purchase(),
                                o.goods().allocated(e.allocations()),
                                e.holdsUntil(),
                                o.extended(),
                                o.checks())
                        : order;
            case HoldsExtended e ->
                order instanceof Placed o
                        ? new Placed(o.purchase(), o.goods(), e.holdsUntil(), true, o.checks())
                        : order;
            case StockReallocated e -> reallocated(order, e);
            case PaymentAwaited _ -> checked(order, checks -> checks.with(Checks.Paying.AWAITED));
            case PaymentNeedsAction _, PaymentTurnedDown _, OrderRefused _ -> order;
            case PaymentSecured _ -> checked(order, checks -> checks.with(Checks.Paying.SECURED));
            case OrderSentToReview e ->
                checked(order, checks -> checks.with(new Checks.Screening.InReview(e.score(), e.until())));
            case OrderCleared _ -> checked(order, checks -> checks.with(new Checks.Screening.Cleared()));
            case OrderConfirmed e -> order instanceof Placed o ? new Confirmed(o.purchase(), o.goods()) : order;
            case ItemsShipped e -> shipped(order, e);
            case OrderDelivered e -> order instanceof Shipped o ? new Delivered(o.purchase(), o.goods()) : order;
            case OrderCancelled e ->
                switch (order) {
                    case Placed o -> new Cancelled(o.purchase());
                    case Confirmed o -> new Cancelled(o.purchase());
                    case NotPlaced _, PartlyShipped _, Shipped _, Delivered _, Cancelled _, PastReturn _ -> order;
                };
            case ItemsCancelled e -> cancelled(order, e);
            case ItemsReturned e -> returned(order, e);
        };
    }

    /**
     * The stock that is still promised to the order, each at most for the units that were not shipped yet: what a confirmation makes
     * final and a cancellation gives back.
     */
    default List<Allocation> allocations() {
        return switch (this) {
            case Placed _, Confirmed _, PartlyShipped _ -> goods().open();
            case NotPlaced _, Shipped _, Delivered _, Cancelled _, PastReturn _ -> List.of();
        };
    }

    /** What was agreed; null unless the order was ever placed. */
    default @Nullable Purchase purchase() {
        return null;
    }

    /**
     * What the buyer pays for the units of a parcel. A bundle has one price, which goes with its first part, in proportion and rounded
     * down; whoever adds up must expect a rest in the last parcel.
     */
    default Money valueOf(List<Parcel> parcels) {
        Purchase agreed = purchase();
        if (agreed == null) {
            throw new IllegalStateException("nothing was agreed");
        }
        return goods().valueOf(parcels, agreed.lines());
    }

    /** Where its units are; nothing is anywhere once it is cancelled. */
    default Goods goods() {
        return Goods.NONE;
    }

    private static Order checked(Order order, UnaryOperator<Checks> step) {
        return order instanceof Placed o ? o.with(step.apply(o.checks())) : order;
    }

    private static Order shipped(Order order, ItemsShipped e) {
        return switch (order) {
            case Confirmed o -> shipped(o.purchase(), o.goods(), e);
            case PartlyShipped o -> shipped(o.purchase(), o.goods(), e);
            case NotPlaced _, Placed _, Shipped _, Delivered _, Cancelled _, PastReturn _ -> order;
        };
    }

    private static Order shipped(Purchase purchase, Goods before, ItemsShipped e) {
        Goods goods = before.shipped(e.shipmentId(), e.parcels());
        return e.complete() ? new Shipped(purchase, goods) : new PartlyShipped(purchase, goods);
    }

    private static Order reallocated(Order order, StockReallocated e) {
        return switch (order) {
            case Placed o -> o.with(o.goods().reallocated(e.released(), e.allocated()));
            case Confirmed o -> new Confirmed(o.purchase(), o.goods().reallocated(e.released(), e.allocated()));
            case PartlyShipped o -> new PartlyShipped(o.purchase(), o.goods().reallocated(e.released(), e.allocated()));
            case NotPlaced _, Shipped _, Delivered _, Cancelled _, PastReturn _ -> order;
        };
    }

    private static Order cancelled(Order order, ItemsCancelled e) {
        return switch (order) {
            case Confirmed o -> new Confirmed(o.purchase(), o.goods().cancelled(e.cancellationId(), e.released()));
            case PartlyShipped o -> {
                Goods goods = o.goods().cancelled(e.cancellationId(), e.released());
                yield e.complete() ? new Shipped(o.purchase(), goods) : new PartlyShipped(o.purchase(), goods);
            }
            case NotPlaced _, Placed _, Shipped _, Delivered _, Cancelled _, PastReturn _ -> order;
        };
    }

    private static Order returned(Order order, ItemsReturned e) {
        return switch (order) {
            case NotPlaced o -> new PastReturn(List.copyOf(e.lines()), e.reason());
            case PartlyShipped o -> new PartlyShipped(o.purchase(), o.goods().returned(e.returnId(), e.lines()));
            case Shipped o -> new Shipped(o.purchase(), o.goods().returned(e.returnId(), e.lines()));
            case Delivered o -> new Delivered(o.purchase(), o.goods().returned(e.returnId(), e.lines()));
            case Placed _, Confirmed _, Cancelled _, PastReturn _ -> order;
        };
    }
}

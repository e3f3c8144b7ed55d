package io.daybook.projections.orderstatus;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.CancelledLine;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import io.daybook.projections.orders.Waiting;
import io.daybook.query.order.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of one order so far. Times are business times.
 *
 * @param history stages in the order they were reached, never empty; a further partial shipment is a further step
 * @param waiting what it waits for while it is allocated and not confirmed
 */
record OrderCourse(Agreed agreed, Stock stock, Moved moved, List<Step> history, Waiting waiting) {

    /** What the buyer ordered. */
    record Agreed(OrderId order, CustomerId customer, List<OrderLine> lines, List<Charge> charges, Money total) {
        Agreed {
            lines = List.copyOf(lines);
            charges = List.copyOf(charges);
        }
    }

    /**
     * @param allocations what serves the order; a cancellation gives them back but leaves them on record
     * @param holdsUntil when the promise of stock ends unless the order is confirmed; null until it is allocated
     */
    record Stock(List<Allocation> allocations, @Nullable Instant holdsUntil) {
        static final Stock NONE = new Stock(List.of(), null);

        Stock {
            allocations = List.copyOf(allocations);
        }

        /** Units of the former give way to the latter. */
        Stock without(List<Allocation> released, List<Allocation> instead) {
            List<Allocation> all = new ArrayList<>(allocations);
            for (Allocation gone : released) {
                all.replaceAll(a -> a.reservation().equals(gone.reservation()) && a.line() == gone.line()
                        ? new Allocation(
                                a.line(), a.sku(), a.location(), a.reservation(), a.quantity() - gone.quantity())
                        : a);
            }
            all.removeIf(a -> a.quantity() <= 0);
            all.addAll(instead);
            return new Stock(all, holdsUntil);
        }
    }

    /** What became of its units. */
    record Moved(List<Shipment> shipments, List<GivenBack> returns, List<CalledOff> cancellations) {
        static final Moved NOTHING = new Moved(List.of(), List.of(), List.of());

        Moved {
            shipments = List.copyOf(shipments);
            returns = List.copyOf(returns);
            cancellations = List.copyOf(cancellations);
        }
    }

    record Shipment(String id, Instant at, List<Parcel> parcels) {}

    /**
     * @param value what the buyer had paid for the units
     */
    record GivenBack(String id, Instant at, String reason, List<ReturnedLine> lines, Money value) {}

    /**
     * @param value what the buyer does not owe for the units any more
     */
    record CalledOff(String id, Instant at, String reason, List<CancelledLine> lines, Money value) {}

    /**
     * @param reason as given, null where nobody is asked for one
     */
    record Step(Stage stage, Instant at, @Nullable String reason) {}

    OrderCourse {
        history = List.copyOf(history);
    }

    static OrderCourse begun(OrderPlaced e) {
        return new OrderCourse(
                new Agreed(e.order(), e.customer(), e.lines(), e.charges(), e.total()),
                Stock.NONE,
                Moved.NOTHING,
                List.of(new Step(Stage.PLACED, e.occurredAt(), null)),
                Waiting.FOR_NOTHING);
    }

    OrderCourse allocated(StockAllocated e) {
        OrderCourse served = with(new Stock(e.allocations(), e.holdsUntil()));
        return stock.allocations().isEmpty() ? served.reached(Stage.ALLOCATED, e.occurredAt(), null) : served;
    }

    OrderCourse extended(HoldsExtended e) {
        return with(new Stock(stock.allocations(), e.holdsUntil()));
    }

    OrderCourse reallocated(StockReallocated e) {
        return with(stock.without(e.released(), e.allocated()));
    }

    OrderCourse shipped(ItemsShipped e) {
        Shipment shipment = new Shipment(e.shipmentId(), e.occurredAt(), List.copyOf(e.parcels()));
        return with(new Moved(plus(moved.shipments(), shipment), moved.returns(), moved.cancellations()))
                .reached(e.complete() ? Stage.SHIPPED : Stage.PARTLY_SHIPPED, e.occurredAt(), null);
    }

    OrderCourse returned(ItemsReturned e) {
        GivenBack back = new GivenBack(e.returnId(), e.occurredAt(), e.reason(), List.copyOf(e.lines()), e.value());
        return with(new Moved(moved.shipments(), plus(moved.returns(), back), moved.cancellations()));
    }

    /** With the rest cancelled, all that is to be shipped was. */
    OrderCourse cancelled(ItemsCancelled e) {
        CalledOff off =
                new CalledOff(e.cancellationId(), e.occurredAt(), e.reason(), List.copyOf(e.lines()), e.value());
        OrderCourse less = with(new Moved(moved.shipments(), moved.returns(), plus(moved.cancellations(), off)));
        return e.complete() ? less.reached(Stage.SHIPPED, e.occurredAt(), e.reason()) : less;
    }

    OrderCourse reached(Stage stage, Instant at, @Nullable String reason) {
        return new OrderCourse(agreed, stock, moved, plus(history, new Step(stage, at, reason)), waiting);
    }

    OrderCourse waiting(UnaryOperator<Waiting> step) {
        return new OrderCourse(agreed, stock, moved, history, step.apply(waiting));
    }

    private OrderCourse with(Stock changed) {
        return new OrderCourse(agreed, changed, moved, history, waiting);
    }

    private OrderCourse with(Moved changed) {
        return new OrderCourse(agreed, stock, changed, history, waiting);
    }

    Stage stage() {
        Stage last = history.getLast().stage();
        return switch (last) {
            case ALLOCATED -> waiting.stage();
            case SHIPPED, DELIVERED -> isAllBack() ? Stage.RETURNED : last;
            case CANCELLED -> step(Stage.REFUSED).isPresent() ? Stage.REFUSED : last;
            case PLACED,
                    PAYMENT_PENDING,
                    PAYMENT_ACTION_REQUIRED,
                    PAYMENT_DECLINED,
                    IN_REVIEW,
                    CONFIRMED,
                    PARTLY_SHIPPED,
                    REFUSED,
                    RETURNED -> last;
        };
    }

    /** Why it stands as it does; null where nobody is asked for a reason. */
    @Nullable
    String reason() {
        Stage stage = stage();
        if (history.getLast().stage() == Stage.ALLOCATED) {
            return waiting.reason();
        }
        return stage == Stage.RETURNED
                ? moved.returns().getLast().reason()
                : step(stage).map(Step::reason).orElse(null);
    }

    private boolean isAllBack() {
        long sent = moved.shipments().stream()
                .flatMap(s -> s.parcels().stream())
                .mapToLong(Parcel::quantity)
                .sum();
        long back = moved.returns().stream()
                .flatMap(r -> r.lines().stream())
                .mapToLong(ReturnedLine::quantity)
                .sum();
        return sent == back;
    }

    /** The step that first reached the stage; empty as long as none did. */
    Optional<Step> step(Stage stage) {
        return history.stream().filter(step -> step.stage() == stage).findFirst();
    }

    private static <T> List<T> plus(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}

package io.daybook.projections.orderstatus;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Charge;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import io.daybook.query.order.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of one order so far. Times are business times.
 *
 * @param allocations as they were made; a cancellation gives them back but leaves them on record
 * @param holdsUntil when the promise of stock ends unless the order is confirmed; null until it is allocated
 * @param history stages in the order they were reached, never empty; a further partial shipment is a further step
 */
record OrderCourse(
        OrderId order,
        CustomerId customer,
        List<OrderLine> lines,
        List<Charge> charges,
        Money total,
        List<Allocation> allocations,
        @Nullable Instant holdsUntil,
        List<Shipment> shipments,
        List<GivenBack> returns,
        List<Step> history) {

    record Shipment(String id, Instant at, List<Parcel> parcels) {}

    /**
     * @param value what the buyer had paid for the units
     */
    record GivenBack(String id, Instant at, String reason, List<ReturnedLine> lines, Money value) {}

    /**
     * @param reason as given, null where nobody is asked for one
     */
    record Step(Stage stage, Instant at, @Nullable String reason) {}

    OrderCourse {
        lines = List.copyOf(lines);
        charges = List.copyOf(charges);
        allocations = List.copyOf(allocations);
        shipments = List.copyOf(shipments);
        returns = List.copyOf(returns);
        history = List.copyOf(history);
    }

    static OrderCourse begun(OrderPlaced e) {
        return new OrderCourse(
                e.order(),
                e.customer(),
                e.lines(),
                e.charges(),
                e.total(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(new Step(Stage.PLACED, e.occurredAt(), null)));
    }

    OrderCourse allocated(StockAllocated e) {
        return new OrderCourse(
                order,
                customer,
                lines,
                charges,
                total,
                e.allocations(),
                e.holdsUntil(),
                shipments,
                returns,
                plus(history, new Step(Stage.ALLOCATED, e.occurredAt(), null)));
    }

    OrderCourse shipped(ItemsShipped e) {
        Stage reached = e.complete() ? Stage.SHIPPED : Stage.PARTLY_SHIPPED;
        Shipment shipment = new Shipment(e.shipmentId(), e.occurredAt(), List.copyOf(e.parcels()));
        return new OrderCourse(
                order,
                customer,
                lines,
                charges,
                total,
                allocations,
                holdsUntil,
                plus(shipments, shipment),
                returns,
                plus(history, new Step(reached, e.occurredAt(), null)));
    }

    OrderCourse returned(ItemsReturned e) {
        GivenBack back = new GivenBack(e.returnId(), e.occurredAt(), e.reason(), List.copyOf(e.lines()), e.value());
        return new OrderCourse(
                order,
                customer,
                lines,
                charges,
                total,
                allocations,
                holdsUntil,
                shipments,
                plus(returns, back),
                history);
    }

    OrderCourse reached(Stage stage, Instant at, @Nullable String reason) {
        return new OrderCourse(
                order,
                customer,
                lines,
                charges,
                total,
                allocations,
                holdsUntil,
                shipments,
                returns,
                plus(history, new Step(stage, at, reason)));
    }

    Stage stage() {
        return history.getLast().stage();
    }

    /** The step that first reached the stage; empty as long as none did. */
    Optional<Step> step(Stage stage) {
        return history.stream().filter(step -> step.stage() == stage).findFirst();
    }

    private static <T> List<T> plus(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}

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
import io.daybook.projections.orders.Waiting;
import io.daybook.query.order.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The course of one order so far. Times are business times.
 *
 * @param allocations as they were made; a cancellation gives them back but leaves them on record
 * @param holdsUntil when the promise of stock ends unless the order is confirmed; null until it is allocated
 * @param history stages in the order they were reached, never empty; a further partial shipment is a further step
 * @param waiting what it waits for while it is allocated and not confirmed
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
        List<Step> history,
        Waiting waiting) {

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
                List.of(new Step(Stage.PLACED, e.occurredAt(), null)),
                Waiting.FOR_NOTHING);
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
                allocations.isEmpty() ? plus(history, new Step(Stage.ALLOCATED, e.occurredAt(), null)) : history,
                waiting);
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
                plus(history, new Step(reached, e.occurredAt(), null)),
                waiting);
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
                history,
                waiting);
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
                plus(history, new Step(stage, at, reason)),
                waiting);
    }

    OrderCourse waiting(UnaryOperator<Waiting> step) {
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
                history,
                step.apply(waiting));
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
                ? returns.getLast().reason()
                : step(stage).map(Step::reason).orElse(null);
    }

    private boolean isAllBack() {
        long sent = shipments.stream()
                .flatMap(s -> s.parcels().stream())
                .mapToLong(Parcel::quantity)
                .sum();
        long back = returns.stream()
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

package io.daybook.projections.orderstatus;

import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import io.daybook.projections.orderstatus.OrderCourse.GivenBack;
import io.daybook.projections.orderstatus.OrderCourse.Step;
import io.daybook.query.order.OrderStatus;
import io.daybook.query.order.OrderStatus.Charge;
import io.daybook.query.order.OrderStatus.Line;
import io.daybook.query.order.OrderStatus.Source;
import io.daybook.query.order.Stage;
import io.daybook.query.reading.Amount;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer from an order's course. */
final class Statuses {
    private Statuses() {}

    static OrderStatus of(OrderCourse course) {
        return new OrderStatus(
                course.order().value(),
                course.customer().value(),
                course.stage(),
                course.reason(),
                course.history().getFirst().at(),
                course.history().getLast().stage() == Stage.ALLOCATED ? course.holdsUntil() : null,
                at(course, Stage.CONFIRMED),
                at(course, Stage.SHIPPED),
                at(course, Stage.DELIVERED),
                at(course, Stage.CANCELLED),
                course.step(Stage.CANCELLED).map(Step::reason).orElse(null),
                lines(course),
                course.charges().stream()
                        .map(c -> new Charge(c.label(), Amount.of(c.amount())))
                        .toList(),
                Amount.of(course.total()),
                returned(course));
    }

    private static @Nullable Instant at(OrderCourse course, Stage stage) {
        return course.step(stage).map(Step::at).orElse(null);
    }

    private static List<Line> lines(OrderCourse course) {
        Map<Integer, Integer> shipped = new HashMap<>();
        course.shipments().stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .forEach((Parcel p) -> shipped.merge(p.line(), p.quantity(), Integer::sum));
        Map<Integer, Integer> returned = new HashMap<>();
        course.returns().stream()
                .flatMap(back -> back.lines().stream())
                .forEach((ReturnedLine r) -> returned.merge(r.line(), r.quantity(), Integer::sum));
        return course.lines().stream()
                .map(line -> line(
                        line,
                        shipped.getOrDefault(line.line(), 0),
                        returned.getOrDefault(line.line(), 0),
                        course.allocations()))
                .toList();
    }

    private static Line line(OrderLine line, int shipped, int returned, List<Allocation> allocations) {
        List<Source> from = allocations.stream()
                .filter(a -> a.line() == line.line())
                .map(a -> new Source(a.sku().value(), a.location().value(), a.quantity()))
                .toList();
        return new Line(
                line.line(), line.sku().value(), line.quantity(), Amount.of(line.unitPrice()), shipped, returned, from);
    }

    private static Amount returned(OrderCourse course) {
        long cents = course.returns().stream()
                .map(GivenBack::value)
                .mapToLong(value -> value.minor())
                .reduce(0, Math::addExact);
        return new Amount(cents, course.total().currency());
    }
}

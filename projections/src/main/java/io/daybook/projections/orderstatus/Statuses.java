package io.daybook.projections.orderstatus;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.CancelledLine;
import io.daybook.domain.order.OrderLine;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import io.daybook.projections.orderstatus.OrderCourse.Agreed;
import io.daybook.projections.orderstatus.OrderCourse.CalledOff;
import io.daybook.projections.orderstatus.OrderCourse.GivenBack;
import io.daybook.projections.orderstatus.OrderCourse.Step;
import io.daybook.query.order.OrderStatus;
import io.daybook.query.order.OrderStatus.Cancellation;
import io.daybook.query.order.OrderStatus.Charge;
import io.daybook.query.order.OrderStatus.Line;
import io.daybook.query.order.OrderStatus.Source;
import io.daybook.query.order.Stage;
import io.daybook.query.reading.Amount;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer from an order's course. */
final class Statuses {
    private Statuses() {}

    static OrderStatus of(OrderRow row, OrderCourse course) {
        Agreed agreed = course.agreed();
        return new OrderStatus(
                agreed.order().value(),
                agreed.customer().value(),
                course.stage(),
                course.reason(),
                course.history().getFirst().at(),
                course.history().getLast().stage() == Stage.ALLOCATED
                        ? course.stock().holdsUntil()
                        : null,
                at(course, Stage.CONFIRMED),
                at(course, Stage.SHIPPED),
                at(course, Stage.DELIVERED),
                at(course, Stage.CANCELLED),
                course.step(Stage.CANCELLED).map(Step::reason).orElse(null),
                lines(course),
                agreed.charges().stream()
                        .map(c -> new Charge(c.label(), Amount.of(c.amount())))
                        .toList(),
                course.moved().cancellations().stream()
                        .map(off -> new Cancellation(off.id(), off.at(), off.reason(), Amount.of(off.value())))
                        .toList(),
                Amount.of(agreed.total()),
                sum(course, course.moved().cancellations().stream().map(CalledOff::value)),
                sum(course, course.moved().returns().stream().map(GivenBack::value)),
                moved(course, row.captured()),
                moved(course, row.refunded()));
    }

    private static @Nullable Instant at(OrderCourse course, Stage stage) {
        return course.step(stage).map(Step::at).orElse(null);
    }

    private static List<Line> lines(OrderCourse course) {
        Map<Integer, Integer> shipped = new HashMap<>();
        course.moved().shipments().stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .forEach((Parcel p) -> shipped.merge(p.line(), p.quantity(), Integer::sum));
        Map<Integer, Integer> returned = new HashMap<>();
        course.moved().returns().stream()
                .flatMap(back -> back.lines().stream())
                .forEach((ReturnedLine r) -> returned.merge(r.line(), r.quantity(), Integer::sum));
        Map<Integer, Integer> cancelled = new HashMap<>();
        course.moved().cancellations().stream()
                .flatMap(off -> off.lines().stream())
                .forEach((CancelledLine c) -> cancelled.merge(c.line(), c.quantity(), Integer::sum));
        return course.agreed().lines().stream()
                .map(line -> new Line(
                        line.line(),
                        line.sku().value(),
                        line.quantity(),
                        Amount.of(line.unitPrice()),
                        shipped.getOrDefault(line.line(), 0),
                        cancelled.getOrDefault(line.line(), 0),
                        returned.getOrDefault(line.line(), 0),
                        from(line, course.stock().allocations())))
                .toList();
    }

    private static List<Source> from(OrderLine line, List<Allocation> allocations) {
        return allocations.stream()
                .filter(a -> a.line() == line.line())
                .map(a -> new Source(a.sku().value(), a.location().value(), a.quantity()))
                .toList();
    }

    private static Amount sum(OrderCourse course, Stream<Money> values) {
        long minor = values.mapToLong(Money::minor).reduce(0, Math::addExact);
        return new Amount(minor, course.agreed().total().currency());
    }

    private static Amount moved(OrderCourse course, @Nullable Money money) {
        return money == null ? sum(course, Stream.of()) : Amount.of(money);
    }
}

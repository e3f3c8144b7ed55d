package io.daybook.projections.orderstatus;

import static io.daybook.projections.history.OrderFixtures.ADA;
import static io.daybook.projections.history.OrderFixtures.ALLOCATIONS;
import static io.daybook.projections.history.OrderFixtures.CHARGES;
import static io.daybook.projections.history.OrderFixtures.FROM_NORTH;
import static io.daybook.projections.history.OrderFixtures.FROM_SOUTH;
import static io.daybook.projections.history.OrderFixtures.HOLDS_UNTIL;
import static io.daybook.projections.history.OrderFixtures.LINES;
import static io.daybook.projections.history.OrderFixtures.ONE_KETTLE;
import static io.daybook.projections.history.OrderFixtures.ORDER;
import static io.daybook.projections.history.OrderFixtures.allocated;
import static io.daybook.projections.history.OrderFixtures.cancelled;
import static io.daybook.projections.history.OrderFixtures.confirmed;
import static io.daybook.projections.history.OrderFixtures.delivered;
import static io.daybook.projections.history.OrderFixtures.placed;
import static io.daybook.projections.history.OrderFixtures.returned;
import static io.daybook.projections.history.OrderFixtures.shippedFromNorth;
import static io.daybook.projections.history.OrderFixtures.shippedFromSouth;
import static io.daybook.projections.history.StoryFixtures.KETTLE;
import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.minute;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.CancelledLine;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import io.daybook.domain.order.ReturnedLine;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.orders.Waiting;
import io.daybook.projections.orderstatus.OrderCourse.GivenBack;
import io.daybook.projections.orderstatus.OrderCourse.Shipment;
import io.daybook.projections.orderstatus.OrderCourse.Step;
import io.daybook.query.order.OrderStatus;
import io.daybook.query.order.OrderStatus.Cancellation;
import io.daybook.query.order.OrderStatus.Charge;
import io.daybook.query.order.OrderStatus.Line;
import io.daybook.query.order.OrderStatus.Source;
import io.daybook.query.order.Stage;
import io.daybook.query.reading.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderStatusProjectionTest {
    private static final Step PLACED = new Step(Stage.PLACED, minute(0), null);
    private static final Step ALLOCATED = new Step(Stage.ALLOCATED, minute(1), null);
    private static final Step CONFIRMED = new Step(Stage.CONFIRMED, minute(2), null);
    private static final Step PARTLY = new Step(Stage.PARTLY_SHIPPED, minute(3), null);
    private static final Step SHIPPED = new Step(Stage.SHIPPED, minute(4), null);
    private static final Step DELIVERED = new Step(Stage.DELIVERED, minute(5), null);
    private static final Shipment NORTHERN = new Shipment("s1", minute(3), FROM_NORTH);
    private static final Shipment SOUTHERN = new Shipment("s2", minute(4), FROM_SOUTH);
    private static final GivenBack KETTLE_BACK = new GivenBack("r1", minute(6), "too loud", ONE_KETTLE, eur(30_00));

    private static final PaymentAwaited AWAITED = new PaymentAwaited(ORDER, eur(120_00), HOLDS_UNTIL, minute(2));
    private static final PaymentTurnedDown DECLINED = new PaymentTurnedDown(ORDER, "no_money", minute(2));
    private static final PaymentSecured SECURED = new PaymentSecured(ORDER, eur(120_00), minute(2));
    private static final OrderSentToReview TO_REVIEW =
            new OrderSentToReview(ORDER, 60, List.of("fraud.many-orders"), minute(99), minute(2));
    private static final OrderCleared CLEARED = new OrderCleared(ORDER, 60, List.of(), "grace", minute(2));

    private final OrderStatusProjection projection = new OrderStatusProjection();

    @Test
    void a_placed_order_has_its_lines_and_no_word_about_its_buyer() {
        assertThat(fold(placed())).isEqualTo(course(List.of(), null, List.of(), List.of(), PLACED));
        assertThat(RowJson.write(course(placed()))).doesNotContain("Ada").doesNotContain("example.org");
    }

    @Test
    void an_allocated_order_knows_its_stock_and_how_long_it_is_held() {
        assertThat(fold(placed(), allocated()))
                .isEqualTo(course(ALLOCATIONS, HOLDS_UNTIL, List.of(), List.of(), PLACED, ALLOCATED));
    }

    @Test
    void a_confirmed_order_has_a_step_more() {
        assertThat(fold(placed(), allocated(), confirmed()))
                .isEqualTo(course(ALLOCATIONS, HOLDS_UNTIL, List.of(), List.of(), PLACED, ALLOCATED, CONFIRMED));
    }

    @Test
    void a_shipment_of_some_of_it_is_kept_and_leaves_the_order_partly_shipped() {
        assertThat(fold(placed(), allocated(), confirmed(), shippedFromNorth()))
                .isEqualTo(course(
                        ALLOCATIONS, HOLDS_UNTIL, List.of(NORTHERN), List.of(), PLACED, ALLOCATED, CONFIRMED, PARTLY));
    }

    @Test
    void an_order_is_delivered_after_its_last_shipment_and_may_come_back_then() {
        assertThat(fold(
                        placed(),
                        allocated(),
                        confirmed(),
                        shippedFromNorth(),
                        shippedFromSouth(),
                        delivered(),
                        returned()))
                .isEqualTo(course(
                        ALLOCATIONS,
                        HOLDS_UNTIL,
                        List.of(NORTHERN, SOUTHERN),
                        List.of(KETTLE_BACK),
                        PLACED,
                        ALLOCATED,
                        CONFIRMED,
                        PARTLY,
                        SHIPPED,
                        DELIVERED));
    }

    @Test
    void a_cancelled_order_remembers_why() {
        assertThat(fold(placed(), allocated(), cancelled()))
                .isEqualTo(course(
                        ALLOCATIONS,
                        HOLDS_UNTIL,
                        List.of(),
                        List.of(),
                        PLACED,
                        ALLOCATED,
                        new Step(Stage.CANCELLED, minute(3), "changed her mind")));
    }

    @Test
    void an_order_that_is_not_confirmed_says_what_it_waits_for_the_buyer_first() {
        assertThat(stands(placed(), allocated())).isEqualTo("ALLOCATED null");
        assertThat(stands(placed(), allocated(), AWAITED)).isEqualTo("PAYMENT_PENDING null");
        assertThat(stands(placed(), allocated(), AWAITED, TO_REVIEW)).isEqualTo("PAYMENT_PENDING null");
        assertThat(stands(placed(), allocated(), AWAITED, new PaymentNeedsAction(ORDER, minute(2))))
                .isEqualTo("PAYMENT_ACTION_REQUIRED null");
        assertThat(stands(placed(), allocated(), AWAITED, DECLINED)).isEqualTo("PAYMENT_DECLINED no_money");
        assertThat(stands(placed(), allocated(), AWAITED, DECLINED, AWAITED)).isEqualTo("PAYMENT_PENDING null");
        assertThat(stands(placed(), allocated(), AWAITED, SECURED)).isEqualTo("ALLOCATED null");
        assertThat(stands(placed(), allocated(), AWAITED, SECURED, TO_REVIEW)).isEqualTo("IN_REVIEW fraud.many-orders");
        assertThat(stands(placed(), allocated(), AWAITED, TO_REVIEW, CLEARED, DECLINED))
                .isEqualTo("PAYMENT_DECLINED no_money");
        assertThat(stands(placed(), allocated(), AWAITED, TO_REVIEW, CLEARED, SECURED, confirmed()))
                .isEqualTo("CONFIRMED null");
    }

    @Test
    void an_order_that_has_ended_says_why() {
        OrderCancelled fraud = new OrderCancelled(ORDER, "fraud", ALLOCATIONS, minute(3));
        OrderRefused refused = new OrderRefused(ORDER, 90, List.of("fraud.new-address"), "rules", minute(3));

        assertThat(stands(placed(), allocated(), AWAITED, DECLINED, cancelled()))
                .isEqualTo("CANCELLED changed her mind");
        assertThat(stands(placed(), allocated(), refused, fraud)).isEqualTo("REFUSED fraud.new-address");
        assertThat(status(placed(), allocated(), refused, fraud).cancelReason()).isEqualTo("fraud");
    }

    @Test
    void an_order_whose_goods_all_came_back_is_returned() {
        ItemsReturned all = new ItemsReturned(
                ORDER,
                "r1",
                ALLOCATIONS.stream()
                        .map(a -> new ReturnedLine(a.line(), a.sku(), a.location(), a.quantity(), eur(0)))
                        .toList(),
                eur(120_00),
                "too loud",
                minute(6));

        assertThat(stands(placed(), allocated(), confirmed(), shippedFromNorth(), shippedFromSouth(), all))
                .isEqualTo("RETURNED too loud");
        assertThat(stands(placed(), allocated(), confirmed(), shippedFromNorth(), shippedFromSouth(), returned()))
                .isEqualTo("SHIPPED null");
    }

    private String stands(DomainEvent... events) {
        OrderStatus status = status(events);
        return status.stage() + " " + status.reason();
    }

    @Test
    void a_return_without_an_order_leaves_nothing() {
        assertThat(fold(returned())).isNull();
    }

    @Test
    void an_order_that_was_never_placed_is_a_fault() {
        assertThatThrownBy(() -> fold(confirmed())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_answer_tells_how_the_order_stands() {
        assertThat(status(
                        placed(),
                        allocated(),
                        confirmed(),
                        shippedFromNorth(),
                        shippedFromSouth(),
                        delivered(),
                        returned()))
                .isEqualTo(new OrderStatus(
                        "o1",
                        "ada",
                        Stage.DELIVERED,
                        null,
                        minute(0),
                        null,
                        minute(2),
                        minute(4),
                        minute(5),
                        null,
                        null,
                        List.of(
                                new Line(
                                        1,
                                        "KETTLE-1",
                                        3,
                                        euros(30_00),
                                        3,
                                        0,
                                        1,
                                        List.of(
                                                new Source("KETTLE-1", "north", 2),
                                                new Source("KETTLE-1", "south", 1))),
                                new Line(
                                        2,
                                        "TEA-SET",
                                        1,
                                        euros(25_00),
                                        5,
                                        0,
                                        0,
                                        List.of(new Source("POT", "north", 1), new Source("CUP", "north", 4)))),
                        List.of(new Charge("shipping", euros(5_00))),
                        List.of(),
                        euros(120_00),
                        euros(0),
                        euros(30_00),
                        euros(0),
                        euros(0)));
    }

    @Test
    void units_that_are_served_from_elsewhere_are_told_where_they_are_now() {
        StockReallocated moved = new StockReallocated(
                ORDER,
                List.of(ALLOCATIONS.getFirst()),
                List.of(new Allocation(1, KETTLE, SOUTH, ReservationId.of(ORDER, 5), 2)),
                minute(2));

        assertThat(status(placed(), allocated(), confirmed(), moved)
                        .lines()
                        .getFirst()
                        .from())
                .containsExactly(new Source("KETTLE-1", "south", 1), new Source("KETTLE-1", "south", 2));
    }

    @Test
    void of_units_that_were_to_come_from_one_place_some_may_come_from_another() {
        StockReallocated one = new StockReallocated(
                ORDER,
                List.of(new Allocation(1, KETTLE, NORTH, ReservationId.of(ORDER, 1), 1)),
                List.of(new Allocation(1, KETTLE, SOUTH, ReservationId.of(ORDER, 5), 1)),
                minute(2));

        OrderStatus status = status(placed(), allocated(), one);
        assertThat(status.lines())
                .extracting(Line::from)
                .containsExactly(
                        List.of(
                                new Source("KETTLE-1", "north", 1),
                                new Source("KETTLE-1", "south", 1),
                                new Source("KETTLE-1", "south", 1)),
                        List.of(new Source("POT", "north", 1), new Source("CUP", "north", 4)));
        assertThat(status.holdsUntil()).isEqualTo(HOLDS_UNTIL);
    }

    @Test
    void units_that_are_cancelled_are_told_with_what_is_not_owed_for_them() {
        OrderStatus some = status(placed(), allocated(), confirmed(), cancelledKettle(false));
        assertThat(some.stage() + " " + some.cancelled()).isEqualTo("CONFIRMED " + euros(30_00));
        assertThat(some.lines().getFirst().cancelled()).isEqualTo(1);
        assertThat(some.cancellations())
                .containsExactly(new Cancellation("c1", minute(4), "no more of them", euros(30_00)));

        OrderStatus twice =
                status(placed(), allocated(), confirmed(), cancelledKettle(false), cancelledKettle("c2", false));
        assertThat(twice.cancelled()).isEqualTo(euros(60_00));
        assertThat(twice.lines().getFirst().cancelled()).isEqualTo(2);
        assertThat(twice.cancellations()).extracting(Cancellation::id).containsExactly("c1", "c2");

        OrderStatus rest = status(placed(), allocated(), confirmed(), shippedFromNorth(), cancelledKettle(true));
        assertThat(rest.stage() + " " + rest.reason()).isEqualTo("SHIPPED no more of them");
        assertThat(rest.shippedAt()).isEqualTo(minute(4));
    }

    private static ItemsCancelled cancelledKettle(boolean complete) {
        return cancelledKettle("c1", complete);
    }

    private static ItemsCancelled cancelledKettle(String id, boolean complete) {
        return new ItemsCancelled(
                ORDER,
                id,
                List.of(new CancelledLine(1, KETTLE, 1, eur(30_00))),
                List.of(ALLOCATIONS.get(1)),
                eur(30_00),
                "no more of them",
                complete,
                minute(4));
    }

    @Test
    void a_hold_that_is_made_longer_is_told() {
        assertThat(status(placed(), allocated(), AWAITED, new HoldsExtended(ORDER, minute(30), minute(13)))
                        .holdsUntil())
                .isEqualTo(minute(30));
    }

    @Test
    void the_money_that_moved_is_told_whichever_is_heard_of_first() {
        PaymentCaptured captured = new PaymentCaptured(ORDER, "s1", eur(60_00), eur(60_00), minute(3));
        PaymentRefunded refunded = new PaymentRefunded(ORDER, "r1", eur(30_00), eur(30_00), minute(6));
        RefundFailed sentBack = new RefundFailed(ORDER, "r1", eur(30_00), eur(0), "closed_account", minute(7));

        OrderStatus status = status(captured, refunded, placed(), allocated(), confirmed());
        assertThat(status.captured()).isEqualTo(euros(60_00));
        assertThat(status.refunded()).isEqualTo(euros(30_00));
        PaymentCaptured more = new PaymentCaptured(ORDER, "s2", eur(40_00), eur(100_00), minute(6));
        PaymentRefunded again = new PaymentRefunded(ORDER, "r2", eur(5_00), eur(35_00), minute(7));
        OrderStatus both = status(placed(), captured, refunded, more, again);
        assertThat(both.captured() + " " + both.refunded()).isEqualTo(euros(100_00) + " " + euros(35_00));
        assertThat(row(placed(), captured, refunded)).isEqualTo(row(captured, placed(), refunded));
        assertThat(status(placed(), captured, refunded, sentBack).refunded()).isEqualTo(euros(0));
        assertThat(requireNonNull(row(captured)).course()).isNull();
    }

    @Test
    void a_payment_belongs_to_the_row_of_its_order() {
        PaymentCaptured captured = new PaymentCaptured(ORDER, "s1", eur(60_00), eur(60_00), minute(3));

        assertThat(projection.keyOf("Payment", captured.aggregateId())).isEqualTo(ORDER.aggregateId());
    }

    @Test
    void the_answer_names_the_end_of_the_hold_only_while_it_matters() {
        assertThat(status(placed(), allocated()).holdsUntil()).isEqualTo(HOLDS_UNTIL);
        assertThat(status(placed(), allocated(), confirmed()).holdsUntil()).isNull();
    }

    @Test
    void a_course_is_the_same_after_a_trip_through_json() {
        OrderCourse course = course(placed(), allocated(), confirmed(), shippedFromNorth(), returned());

        assertThat(RowJson.read(RowJson.write(course), OrderCourse.class)).isEqualTo(course);
    }

    private OrderCourse course(DomainEvent... events) {
        return requireNonNull(fold(events));
    }

    private @Nullable OrderCourse fold(DomainEvent... events) {
        OrderRow row = row(events);
        return row == null ? null : row.course();
    }

    private @Nullable OrderRow row(DomainEvent... events) {
        OrderRow row = null;
        for (RecordedEvent event : Story.of(events)) {
            row = projection.fold(row, event);
        }
        return row;
    }

    private OrderStatus status(DomainEvent... events) {
        OrderRow row = requireNonNull(row(events));
        return Statuses.of(row, requireNonNull(row.course()));
    }

    private static OrderCourse course(
            List<Allocation> allocations,
            @Nullable Instant holdsUntil,
            List<Shipment> shipments,
            List<GivenBack> returns,
            Step... history) {
        return new OrderCourse(
                new OrderCourse.Agreed(ORDER, ADA, LINES, CHARGES, eur(120_00)),
                new OrderCourse.Stock(allocations, holdsUntil),
                new OrderCourse.Moved(shipments, returns, List.of()),
                List.of(history),
                Waiting.FOR_NOTHING);
    }

    private static Amount euros(long cents) {
        return Amount.of(eur(cents));
    }
}

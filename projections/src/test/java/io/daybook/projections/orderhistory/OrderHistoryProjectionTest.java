package io.daybook.projections.orderhistory;

import static io.daybook.projections.history.OrderFixtures.ADA;
import static io.daybook.projections.history.OrderFixtures.ORDER;
import static io.daybook.projections.history.OrderFixtures.allocated;
import static io.daybook.projections.history.OrderFixtures.cancelled;
import static io.daybook.projections.history.OrderFixtures.confirmed;
import static io.daybook.projections.history.OrderFixtures.delivered;
import static io.daybook.projections.history.OrderFixtures.placed;
import static io.daybook.projections.history.OrderFixtures.returned;
import static io.daybook.projections.history.OrderFixtures.shippedFromNorth;
import static io.daybook.projections.history.OrderFixtures.shippedFromSouth;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.minute;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.orders.Waiting;
import io.daybook.query.order.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderHistoryProjectionTest {
    private final OrderHistoryProjection projection = new OrderHistoryProjection();

    @Test
    void an_entry_follows_its_order_from_stage_to_stage() {
        assertThat(folds(
                        placed(),
                        allocated(),
                        confirmed(),
                        shippedFromNorth(),
                        shippedFromSouth(),
                        delivered(),
                        returned()))
                .isEqualTo(Stream.of(
                                Stage.PLACED,
                                Stage.ALLOCATED,
                                Stage.CONFIRMED,
                                Stage.PARTLY_SHIPPED,
                                Stage.SHIPPED,
                                Stage.DELIVERED,
                                Stage.DELIVERED)
                        .map(OrderHistoryProjectionTest::entry)
                        .toList());
    }

    @Test
    void a_cancelled_order_stays_in_the_list() {
        assertThat(folds(placed(), allocated(), cancelled()).getLast()).isEqualTo(entry(Stage.CANCELLED));
    }

    @Test
    void with_the_rest_cancelled_an_order_is_shipped_and_with_some_of_it_stays_what_it_was() {
        assertThat(folds(placed(), allocated(), confirmed(), without(false), shippedFromNorth(), without(true)))
                .isEqualTo(Stream.of(
                                Stage.PLACED,
                                Stage.ALLOCATED,
                                Stage.CONFIRMED,
                                Stage.CONFIRMED,
                                Stage.PARTLY_SHIPPED,
                                Stage.SHIPPED)
                        .map(OrderHistoryProjectionTest::entry)
                        .toList());
    }

    private static ItemsCancelled without(boolean complete) {
        return new ItemsCancelled(ORDER, "c1", List.of(), List.of(), eur(30_00), "too many", complete, minute(4));
    }

    @Test
    void where_units_come_from_and_how_long_they_are_held_changes_no_entry() {
        PaymentTurnedDown declined = new PaymentTurnedDown(ORDER, "no_money", minute(1));
        StockReallocated moved = new StockReallocated(ORDER, List.of(), List.of(), minute(2));
        HoldsExtended longer = new HoldsExtended(ORDER, minute(30), minute(13));

        List<@Nullable PastOrder> waiting = folds(placed(), allocated(), declined, moved, longer);
        assertThat(waiting.subList(3, 5)).containsOnly(waiting.get(2)).doesNotContainNull();
        assertThat(folds(placed(), allocated(), confirmed(), moved).getLast()).isEqualTo(entry(Stage.CONFIRMED));
    }

    @Test
    void an_entry_says_what_its_order_waits_for() {
        assertThat(folds(
                        placed(),
                        allocated(),
                        new PaymentAwaited(ORDER, eur(120_00), minute(15), minute(1)),
                        new OrderSentToReview(ORDER, 60, List.of("fraud.many-orders"), minute(99), minute(1)),
                        new PaymentTurnedDown(ORDER, "no_money", minute(1)),
                        new PaymentSecured(ORDER, eur(120_00), minute(1)),
                        new OrderRefused(ORDER, 60, List.of(), "grace", minute(2)),
                        cancelled()))
                .extracting(entry -> requireNonNull(entry).stage())
                .containsExactly(
                        Stage.PLACED,
                        Stage.ALLOCATED,
                        Stage.PAYMENT_PENDING,
                        Stage.PAYMENT_PENDING,
                        Stage.PAYMENT_DECLINED,
                        Stage.IN_REVIEW,
                        Stage.REFUSED,
                        Stage.REFUSED);
    }

    @Test
    void a_return_without_an_order_leaves_nothing() {
        assertThat(folds(returned()).getLast()).isNull();
    }

    @Test
    void an_order_that_was_never_placed_is_a_fault() {
        assertThatThrownBy(() -> folds(delivered())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_entry_is_the_same_after_a_trip_through_json() {
        PastOrder entry = entry(Stage.SHIPPED);

        assertThat(RowJson.read(RowJson.write(entry), PastOrder.class)).isEqualTo(entry);
    }

    private static PastOrder entry(Stage stage) {
        return new PastOrder(ORDER, ADA, stage, minute(0), eur(120_00), 4, Waiting.FOR_NOTHING);
    }

    /** The entry after each event. */
    private List<@Nullable PastOrder> folds(DomainEvent... events) {
        List<@Nullable PastOrder> folds = new ArrayList<>();
        PastOrder entry = null;
        for (RecordedEvent event : Story.of(events)) {
            entry = projection.fold(entry, event);
            folds.add(entry);
        }
        return folds;
    }
}

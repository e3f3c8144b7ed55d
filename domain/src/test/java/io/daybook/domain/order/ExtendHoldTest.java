package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.COLOGNE;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.QUARTER_PAST;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.awaited;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.reservation;
import static io.daybook.domain.order.OrderFixtures.secured;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderCommand.EndOverdue;
import io.daybook.domain.order.OrderCommand.ExtendHold;
import io.daybook.domain.order.OrderCommand.SourceAnew;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExtendHoldTest {
    private static final Instant HALF_PAST = QUARTER_PAST.plus(Duration.ofMinutes(15));

    @Test
    void waiting_for_the_payment_ends_with_the_longer_hold() {
        given(placed(), allocated(), awaited()).when(extend(HALF_PAST)).then(extended());
        given(placed(), allocated(), awaited(), extended())
                .when(new EndOverdue(ORDER, QUARTER_PAST))
                .thenNothing();
        given(placed(), allocated(), awaited(), extended())
                .when(new EndOverdue(ORDER, HALF_PAST))
                .then(new OrderCancelled(ORDER, "payment-timeout", ALLOCATIONS, HALF_PAST));
    }

    @Test
    void it_is_made_longer_once() {
        given(placed(), allocated(), awaited(), extended())
                .when(extend(HALF_PAST))
                .thenNothing();
        given(placed(), allocated(), awaited(), extended())
                .when(extend(HALF_PAST.plusSeconds(1)))
                .thenRefused("order.hold-extended", new OrderRefusal.HoldExtended(ORDER, HALF_PAST));
    }

    @Test
    void it_is_never_made_shorter() {
        given(placed(), allocated(), awaited())
                .when(extend(QUARTER_PAST))
                .thenRefused(
                        "order.hold-not-longer", new OrderRefusal.HoldNotLonger(ORDER, QUARTER_PAST, QUARTER_PAST));
    }

    @Test
    void an_order_that_waits_for_no_payment_holds_no_longer() {
        given(placed(), allocated()).when(extend(HALF_PAST)).thenNothing();
        given(placed(), allocated(), awaited(), secured())
                .when(extend(HALF_PAST))
                .thenNothing();
        given(placed(), allocated(), confirmed()).when(extend(HALF_PAST)).thenNothing();
        given(placed(), allocated(), awaited(), cancelled())
                .when(extend(HALF_PAST))
                .thenNothing();
        given().when(extend(HALF_PAST)).thenRefused("order.unknown-order", unknownOrder());
    }

    @Test
    void stock_that_is_found_elsewhere_is_held_as_long() {
        given(placed(), allocated(), awaited(), extended())
                .when(new SourceAnew(ORDER, ALLOCATIONS, NOON))
                .then(new StockAllocated(ORDER, ALLOCATIONS, HALF_PAST, NOON));
        assertThat(given(placed(), allocated(), awaited(), extended(), moved()).state())
                .isInstanceOfSatisfying(
                        Order.Placed.class, o -> assertThat(o.holdsUntil()).isEqualTo(HALF_PAST));
    }

    @Test
    void whatever_happens_meanwhile_it_is_not_made_longer_a_second_time() {
        for (OrderEvent meanwhile :
                List.of(moved(), cleared(), new StockAllocated(ORDER, ALLOCATIONS, HALF_PAST, NOON))) {
            given(placed(), allocated(), awaited(), extended(), meanwhile)
                    .when(extend(HALF_PAST.plusSeconds(1)))
                    .thenRefused("order.hold-extended", new OrderRefusal.HoldExtended(ORDER, HALF_PAST));
        }
    }

    private static OrderEvent moved() {
        return new StockReallocated(
                ORDER,
                List.of(ALLOCATIONS.getFirst()),
                List.of(new Allocation(1, MUG, COLOGNE, reservation(5), 2)),
                NOON);
    }

    private static OrderEvent extended() {
        return new HoldsExtended(ORDER, HALF_PAST, NOON);
    }

    private static ExtendHold extend(Instant until) {
        return new ExtendHold(ORDER, until, NOON);
    }
}

package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.QUARTER_PAST;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.awaited;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.secured;
import static io.daybook.domain.order.OrderFixtures.sentToReview;
import static io.daybook.domain.order.OrderFixtures.turnedDown;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.EndOverdue;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EndOverdueTest {
    @Test
    void an_order_whose_money_did_not_come_while_its_stock_was_held_ends() {
        given(placed(), allocated(), awaited())
                .when(end(QUARTER_PAST))
                .then(new OrderCancelled(ORDER, "payment-timeout", ALLOCATIONS, QUARTER_PAST));
        given(placed(), allocated(), awaited(), turnedDown())
                .when(end(QUARTER_PAST))
                .then(new OrderCancelled(ORDER, "payment-timeout", ALLOCATIONS, QUARTER_PAST));
    }

    @Test
    void an_order_that_nobody_looked_at_in_time_ends() {
        given(placed(), allocated(), awaited(), secured(), sentToReview())
                .when(end(LATER))
                .then(new OrderCancelled(ORDER, "review-timeout", ALLOCATIONS, LATER));
    }

    @Test
    void not_before_its_time() {
        given(placed(), allocated(), awaited())
                .when(end(QUARTER_PAST.minusNanos(1)))
                .thenNothing();
        given(placed(), allocated(), awaited(), secured(), sentToReview())
                .when(end(LATER.minusNanos(1)))
                .thenNothing();
    }

    @Test
    void what_waits_for_nothing_that_can_be_late_goes_on() {
        given(placed(), allocated()).when(end(LATER)).thenNothing();
        given(placed(), allocated(), awaited(), secured()).when(end(LATER)).thenNothing();
        given(placed(), allocated(), cleared(), confirmed()).when(end(LATER)).thenNothing();
        given(placed(), allocated(), cancelled()).when(end(LATER)).thenNothing();
    }

    @Test
    void only_an_order_is_asked() {
        given().when(end(LATER)).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(end(LATER)).thenRefused("order.not-an-order", notAnOrder());
    }

    private static EndOverdue end(Instant now) {
        return new EndOverdue(ORDER, now);
    }
}

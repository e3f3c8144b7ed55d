package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.awaited;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.delivered;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.secured;
import static io.daybook.domain.order.OrderFixtures.sentToReview;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static io.daybook.domain.order.OrderFixtures.turnedDown;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConfirmOrderTest {
    @Test
    void a_placed_order_is_confirmed() {
        given(placed(), allocated(), cleared()).when(confirm()).then(confirmed());
    }

    @Test
    void only_when_it_is_cleared_of_fraud_and_has_its_money_whichever_came_first() {
        given(placed(), allocated(), awaited(), secured(), cleared())
                .when(confirm())
                .then(confirmed());
        given(placed(), allocated(), awaited(), cleared(), secured())
                .when(confirm())
                .then(confirmed());
        given(placed(), allocated())
                .when(confirm())
                .thenRefused("order.not-cleared", new OrderRefusal.NotCleared(ORDER));
        given(placed(), allocated(), sentToReview())
                .when(confirm())
                .thenRefused("order.not-cleared", new OrderRefusal.NotCleared(ORDER));
        given(placed(), allocated(), awaited(), turnedDown(), cleared())
                .when(confirm())
                .thenRefused("order.not-paid", new OrderRefusal.NotPaid(ORDER));
    }

    @Test
    void confirming_it_again_changes_nothing() {
        given(placed(), allocated(), confirmed()).when(confirm()).thenNothing();
        given(placed(), allocated(), confirmed(), shipped()).when(confirm()).thenNothing();
        given(placed(), allocated(), confirmed(), shipped(), delivered())
                .when(confirm())
                .thenNothing();
    }

    @Test
    void the_stock_of_a_confirmed_order_is_that_of_the_placed_one() {
        assertThat(given(placed(), allocated()).state().allocations()).isEqualTo(ALLOCATIONS);
        assertThat(given(placed(), allocated(), confirmed()).state().allocations())
                .isEqualTo(ALLOCATIONS);
    }

    @Test
    void a_cancelled_order_stays_cancelled() {
        given(placed(), allocated(), cancelled()).when(confirm()).thenRefused("order.cancelled", alreadyCancelled());
    }

    @Test
    void only_an_order_is_confirmed() {
        given().when(confirm()).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(confirm()).thenRefused("order.not-an-order", notAnOrder());
    }

    private static ConfirmOrder confirm() {
        return new ConfirmOrder(ORDER, NOON);
    }
}

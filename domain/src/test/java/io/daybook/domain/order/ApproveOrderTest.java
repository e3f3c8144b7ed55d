package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.sentToReview;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.ApproveOrder;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApproveOrderTest {
    @Test
    void a_person_clears_it() {
        given(placed(), allocated(), sentToReview())
                .when(approve())
                .then(new OrderCleared(ORDER, 60, List.of(), "grace", LATER));
    }

    @Test
    void a_cleared_order_is_cleared() {
        given(placed(), allocated(), cleared()).when(approve()).thenNothing();
        given(placed(), allocated(), cleared(), confirmed()).when(approve()).thenNothing();
    }

    @Test
    void nobody_comes_before_the_rules() {
        given(placed(), allocated())
                .when(approve())
                .thenRefused("order.not-in-review", new OrderRefusal.NotInReview(ORDER));
    }

    @Test
    void only_an_order_that_lives_is_asked() {
        given().when(approve()).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(approve()).thenRefused("order.not-an-order", notAnOrder());
        given(placed(), allocated(), cancelled()).when(approve()).thenRefused("order.cancelled", alreadyCancelled());
    }

    private static ApproveOrder approve() {
        return new ApproveOrder(ORDER, "grace", LATER);
    }
}

package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyShipped;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.delivered;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.CancelOrder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CancelOrderTest {
    @Test
    void a_cancelled_order_gives_its_stock_back() {
        given(placed(), allocated()).when(cancel()).then(cancelled());
        given(placed(), allocated(), confirmed()).when(cancel()).then(cancelled());
    }

    @Test
    void cancelling_it_again_changes_nothing() {
        given(placed(), allocated(), cancelled()).when(cancel()).thenNothing();
    }

    @Test
    void once_a_part_was_shipped_it_is_too_late() {
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 1)))
                .when(cancel())
                .thenRefused("order.already-shipped", alreadyShipped());
        given(placed(), allocated(), confirmed(), shipped())
                .when(cancel())
                .thenRefused("order.already-shipped", alreadyShipped());
        given(placed(), allocated(), confirmed(), shipped(), delivered())
                .when(cancel())
                .thenRefused("order.already-shipped", alreadyShipped());
    }

    @Test
    void only_an_order_is_cancelled() {
        given().when(cancel()).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(cancel()).thenRefused("order.not-an-order", notAnOrder());
    }

    private static CancelOrder cancel() {
        return new CancelOrder(ORDER, "changed her mind", LATER);
    }
}

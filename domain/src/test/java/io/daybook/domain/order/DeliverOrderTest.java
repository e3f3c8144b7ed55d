package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.delivered;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.notShipped;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.DeliverOrder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliverOrderTest {
    @Test
    void a_shipped_order_arrives() {
        given(placed(), allocated(), confirmed(), shipped()).when(deliver()).then(delivered());
    }

    @Test
    void arriving_again_changes_nothing() {
        given(placed(), allocated(), confirmed(), shipped(), delivered())
                .when(deliver())
                .thenNothing();
    }

    @Test
    void an_order_arrives_when_all_of_it_was_shipped() {
        given(placed(), allocated()).when(deliver()).thenRefused("order.not-shipped", notShipped());
        given(placed(), allocated(), confirmed()).when(deliver()).thenRefused("order.not-shipped", notShipped());
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 1)))
                .when(deliver())
                .thenRefused("order.not-shipped", notShipped());
    }

    @Test
    void only_a_living_order_arrives() {
        given(placed(), allocated(), cancelled()).when(deliver()).thenRefused("order.cancelled", alreadyCancelled());
        given().when(deliver()).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(deliver()).thenRefused("order.not-an-order", notAnOrder());
    }

    private static DeliverOrder deliver() {
        return new DeliverOrder(ORDER, LATER);
    }
}

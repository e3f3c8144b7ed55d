package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
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
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.NotePaymentAction;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NotePaymentActionTest {
    @Test
    void the_buyer_has_to_do_something() {
        given(placed(), allocated(), awaited()).when(note()).then(new PaymentNeedsAction(ORDER, NOON));
    }

    @Test
    void it_is_no_news_for_an_order_that_does_not_wait_for_its_money() {
        given(placed(), allocated()).when(note()).thenNothing();
        given(placed(), allocated(), awaited(), secured()).when(note()).thenNothing();
        given(placed(), allocated(), awaited(), secured(), cleared(), confirmed())
                .when(note())
                .thenNothing();
        given(placed(), allocated(), awaited(), cancelled()).when(note()).thenNothing();
    }

    @Test
    void only_an_order_is_asked() {
        given().when(note()).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(note()).thenRefused("order.not-an-order", notAnOrder());
    }

    private static NotePaymentAction note() {
        return new NotePaymentAction(ORDER, NOON);
    }
}

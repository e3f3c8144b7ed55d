package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.awaited;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.secured;
import static io.daybook.domain.order.OrderFixtures.turnedDown;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.SecurePayment;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SecurePaymentTest {
    @Test
    void the_money_is_there() {
        given(placed(), allocated(), awaited()).when(secure()).then(secured());
        given(placed(), allocated(), awaited(), turnedDown(), awaited())
                .when(secure())
                .then(secured());
    }

    @Test
    void told_twice_it_changes_nothing() {
        given(placed(), allocated(), awaited(), secured()).when(secure()).thenNothing();
        given(placed(), allocated(), awaited(), secured(), cleared(), confirmed())
                .when(secure())
                .thenNothing();
    }

    @Test
    void an_order_on_invoice_is_not_paid_now() {
        given(placed(), allocated())
                .when(secure())
                .thenRefused("order.no-payment-due", new OrderRefusal.NoPaymentDue(ORDER));
    }

    @Test
    void only_an_order_that_lives_is_asked() {
        given().when(secure()).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(secure()).thenRefused("order.not-an-order", notAnOrder());
        given(placed(), allocated(), cancelled()).when(secure()).thenRefused("order.cancelled", alreadyCancelled());
    }

    private static SecurePayment secure() {
        return new SecurePayment(ORDER, euros(85_00), NOON);
    }
}

package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ADA;
import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.BUYER;
import static io.daybook.domain.order.OrderFixtures.CHARGES;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.LINES;
import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.QUARTER_PAST;
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
import static io.daybook.domain.order.OrderFixtures.place;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.secured;
import static io.daybook.domain.order.OrderFixtures.turnedDown;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.AwaitPayment;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AwaitPaymentTest {
    @Test
    void an_order_that_is_to_be_prepaid_waits_for_its_money_as_long_as_its_stock_is_held() {
        given().when(place(LINES, CHARGES, ALLOCATIONS, Terms.PREPAID)).then(placed(), allocated(), awaited());
    }

    @Test
    void an_order_that_costs_nothing_waits_for_no_money() {
        List<Charge> gift = List.of(new Charge("gift", euros(-80_00)));
        given().when(place(LINES, gift, ALLOCATIONS, Terms.PREPAID))
                .then(new OrderPlaced(ORDER, ADA, BUYER, LINES, gift, euros(0), NOON), allocated());
    }

    @Test
    void after_a_decline_it_waits_again() {
        given(placed(), allocated(), awaited(), turnedDown()).when(await(NOON)).then(awaited());
    }

    @Test
    void only_until_its_stock_is_no_longer_held() {
        given(placed(), allocated(), awaited(), turnedDown())
                .when(await(QUARTER_PAST))
                .thenRefused("order.too-late-to-pay", new OrderRefusal.TooLateToPay(ORDER, QUARTER_PAST));
    }

    @Test
    void an_order_that_has_its_money_waits_no_more() {
        given(placed(), allocated(), awaited(), secured()).when(await(LATER)).thenNothing();
        given(placed(), allocated(), awaited(), secured(), cleared(), confirmed())
                .when(await(LATER))
                .thenNothing();
    }

    @Test
    void an_order_on_invoice_is_not_paid_now() {
        given(placed(), allocated())
                .when(await(NOON))
                .thenRefused("order.no-payment-due", new OrderRefusal.NoPaymentDue(ORDER));
    }

    @Test
    void only_an_order_that_lives_is_asked() {
        given().when(await(NOON)).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(await(NOON)).thenRefused("order.not-an-order", notAnOrder());
        given(placed(), allocated(), cancelled()).when(await(NOON)).thenRefused("order.cancelled", alreadyCancelled());
    }

    private static AwaitPayment await(Instant now) {
        return new AwaitPayment(ORDER, now);
    }
}

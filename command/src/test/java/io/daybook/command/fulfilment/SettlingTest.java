package io.daybook.command.fulfilment;

import static io.daybook.command.Stories.BERLIN;
import static io.daybook.command.Stories.HAMBURG;
import static io.daybook.command.Stories.HOLDS_UNTIL;
import static io.daybook.command.Stories.MUG;
import static io.daybook.command.Stories.NOW;
import static io.daybook.command.Stories.TEAPOT;
import static io.daybook.command.Stories.checkOut;
import static io.daybook.command.Stories.clear;
import static io.daybook.command.Stories.cleared;
import static io.daybook.command.Stories.line;
import static io.daybook.command.Stories.openShop;
import static io.daybook.command.Stories.order;
import static io.daybook.command.Stories.receive;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.SharedLog;
import io.daybook.command.WriteSide;
import io.daybook.command.order.CheckOut;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderLine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettlingTest {
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final ReservationId FIRST = ReservationId.of(order("o-1"), 1);
    private static final ReservationId SECOND = ReservationId.of(order("o-1"), 2);

    private final SharedLog log = new SharedLog();
    private final WriteSide shop = WriteSide.over(log);
    private int before;

    @BeforeEach
    void an_order_of_a_teapot_and_two_mugs() {
        openShop(shop);
        receive(shop, TEAPOT, BERLIN, 1);
        receive(shop, MUG, BERLIN, 5);
        shop.commands.send(checkOut("o-1", line(1, TEAPOT, 1, 2000), line(2, MUG, 2, 500)));
        before = log.events().size();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void a_confirmed_order_makes_allocations_of_its_holds_in_one_append() {
        shop.commands.send(clear("o-1", NOW));

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        cleared("o-1", NOW),
                        new OrderConfirmed(order("o-1"), NOW),
                        new ReservationConfirmed(TEAPOT, BERLIN, FIRST, order("o-1"), 1, 1, NOW),
                        new ReservationConfirmed(MUG, BERLIN, SECOND, order("o-1"), 2, 2, NOW));
        assertThat(log.appends()).last().isEqualTo(4);
    }

    @Test
    void confirming_again_changes_nothing() {
        shop.commands.send(clear("o-1", NOW));

        assertThat(shop.commands.send(clear("o-1", LATER)).changed()).isFalse();
    }

    @Test
    void holds_that_have_ended_and_were_tidied_away_are_allocated_while_their_units_are_free() {
        shop.commands.send(new ExpireReservations(TEAPOT, BERLIN, LATER));
        before = log.events().size();

        shop.commands.send(clear("o-1", LATER));

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        cleared("o-1", LATER),
                        new OrderConfirmed(order("o-1"), LATER),
                        new ReservationConfirmed(TEAPOT, BERLIN, FIRST, order("o-1"), 1, 1, LATER),
                        new ReservationConfirmed(MUG, BERLIN, SECOND, order("o-1"), 2, 2, LATER));
    }

    @Test
    void an_order_whose_stock_was_sold_after_its_hold_ended_is_cancelled_and_keeps_nothing() {
        CheckOut other = checkOut("o-2", line(1, TEAPOT, 1, 2000));
        shop.commands.send(
                new CheckOut(other.order(), other.customer(), other.buyer(), other.lines(), other.charges(), LATER));
        before = log.events().size();

        shop.commands.send(clear("o-1", LATER));

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        cleared("o-1", LATER),
                        new OrderCancelled(order("o-1"), "stock-lost", allocations(), LATER),
                        new ReservationExpired(TEAPOT, BERLIN, FIRST, order("o-1"), 1, HOLDS_UNTIL, LATER),
                        new ReservationExpired(MUG, BERLIN, SECOND, order("o-1"), 2, HOLDS_UNTIL, LATER));
    }

    @Test
    void an_order_whose_hold_ended_is_served_from_elsewhere_if_its_units_are_gone() {
        CheckOut other = checkOut("o-2", line(1, TEAPOT, 1, 2000));
        shop.commands.send(
                new CheckOut(other.order(), other.customer(), other.buyer(), other.lines(), other.charges(), LATER));
        receive(shop, TEAPOT, HAMBURG, 1);
        before = log.events().size();

        shop.commands.send(clear("o-1", LATER));

        assertThat(log.eventsAfter(before)).containsExactlyInAnyOrderElementsOf(servedAnew(HAMBURG, BERLIN));
    }

    @Test
    void what_was_allocated_before_another_line_turned_out_to_be_gone_leaves_no_trace() {
        buyLater("o-2", line(1, MUG, 5, 500), LATER);
        receive(shop, MUG, HAMBURG, 2);
        before = log.events().size();

        shop.commands.send(clear("o-1", LATER));

        assertThat(log.eventsAfter(before)).containsExactlyInAnyOrderElementsOf(servedAnew(BERLIN, HAMBURG));
    }

    /** The order's first holds have ended, and it is served from these places instead. */
    private static List<DomainEvent> servedAnew(LocationId teapots, LocationId mugs) {
        ReservationId third = ReservationId.of(order("o-1"), 3);
        ReservationId fourth = ReservationId.of(order("o-1"), 4);
        return List.of(
                cleared("o-1", LATER),
                new StockAllocated(
                        order("o-1"),
                        List.of(new Allocation(1, TEAPOT, teapots, third, 1), new Allocation(2, MUG, mugs, fourth, 2)),
                        HOLDS_UNTIL,
                        LATER),
                new OrderConfirmed(order("o-1"), LATER),
                new ReservationExpired(TEAPOT, BERLIN, FIRST, order("o-1"), 1, HOLDS_UNTIL, LATER),
                new ReservationExpired(MUG, BERLIN, SECOND, order("o-1"), 2, HOLDS_UNTIL, LATER),
                new ReservationConfirmed(TEAPOT, teapots, third, order("o-1"), 1, 1, LATER),
                new ReservationConfirmed(MUG, mugs, fourth, order("o-1"), 2, 2, LATER));
    }

    /** The clock of whoever sold it was six seconds ahead. */
    @Test
    void a_hold_that_has_ended_for_others_is_made_up_for_elsewhere() {
        buyLater("o-2", line(1, TEAPOT, 1, 2000), HOLDS_UNTIL.plusSeconds(1));
        receive(shop, TEAPOT, HAMBURG, 1);
        Instant soon = HOLDS_UNTIL.minusSeconds(5);

        shop.commands.send(clear("o-1", soon));

        assertThat(log.events()).contains(new OrderConfirmed(order("o-1"), soon));
    }

    @Test
    void a_hold_that_has_ended_for_others_alone_is_given_back_for_what_became_of_its_order() {
        Instant theirs = HOLDS_UNTIL.plusSeconds(1);
        buyLater("o-2", line(1, TEAPOT, 1, 2000), theirs);
        before = log.events().size();
        Instant soon = HOLDS_UNTIL.minusSeconds(5);

        shop.commands.send(clear("o-1", soon));

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        cleared("o-1", soon),
                        new OrderCancelled(order("o-1"), "stock-lost", allocations(), soon),
                        new ReservationExpired(TEAPOT, BERLIN, FIRST, order("o-1"), 1, HOLDS_UNTIL, theirs),
                        new ReservationReleased(MUG, BERLIN, SECOND, order("o-1"), 2, 0, "stock-lost", soon));
    }

    private void buyLater(String id, OrderLine line, Instant now) {
        CheckOut other = checkOut(id, line);
        shop.commands.send(
                new CheckOut(other.order(), other.customer(), other.buyer(), other.lines(), other.charges(), now));
    }

    @Test
    void a_cancelled_order_releases_its_stock() {
        shop.commands.send(clear("o-1", NOW));
        before = log.events().size();

        shop.commands.send(new CancelOrder(order("o-1"), "changed my mind", LATER));

        assertThat(log.eventsAfter(before))
                .containsExactly(
                        new OrderCancelled(order("o-1"), "changed my mind", allocations(), LATER),
                        new ReservationReleased(TEAPOT, BERLIN, FIRST, order("o-1"), 1, 0, "changed my mind", LATER),
                        new ReservationReleased(MUG, BERLIN, SECOND, order("o-1"), 2, 0, "changed my mind", LATER));
    }

    private static List<Allocation> allocations() {
        return List.of(new Allocation(1, TEAPOT, BERLIN, FIRST, 1), new Allocation(2, MUG, BERLIN, SECOND, 2));
    }
}

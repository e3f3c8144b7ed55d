package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.BERLIN;
import static io.daybook.domain.order.OrderFixtures.BOX;
import static io.daybook.domain.order.OrderFixtures.COLOGNE;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.alreadyShipped;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.delivered;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.fromCologne;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.notConfirmed;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.reservation;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderCommand.Pick;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShipItemsTest {
    @Test
    void all_that_is_left_is_shipped_when_nothing_is_named() {
        given(placed(), allocated(), confirmed()).when(ship("S-1")).then(shipped());
    }

    @Test
    void a_part_is_shipped_from_where_it_was_allocated_first() {
        given(placed(), allocated(), confirmed())
                .when(ship("S-1", new Pick(1, MUG, 1)))
                .then(shipped("S-1", false, fromBerlin(MUG, 1)));
        given(placed(), allocated(), confirmed())
                .when(ship("S-1", new Pick(1, MUG, 3)))
                .then(shipped("S-1", false, fromBerlin(MUG, 2), fromCologne(1)));
    }

    @Test
    void the_rest_follows_until_the_order_is_complete() {
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 1), fromBerlin(TIN, 2)))
                .when(ship("S-2"))
                .then(shipped("S-2", true, fromBerlin(MUG, 1), fromCologne(1), fromBerlin(SPOON, 4)));
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 2), fromCologne(1)))
                .when(ship("S-2", new Pick(2, TIN, 2), new Pick(2, SPOON, 4)))
                .then(shipped("S-2", true, fromBerlin(TIN, 2), fromBerlin(SPOON, 4)));
    }

    @Test
    void what_is_still_promised_shrinks_with_each_shipment() {
        assertThat(given(
                                placed(),
                                allocated(),
                                confirmed(),
                                shipped("S-1", false, fromBerlin(MUG, 1), fromBerlin(TIN, 2)))
                        .state()
                        .allocations())
                .containsExactly(
                        new Allocation(1, MUG, BERLIN, reservation(1), 1),
                        new Allocation(1, MUG, COLOGNE, reservation(2), 1),
                        new Allocation(2, SPOON, BERLIN, reservation(4), 4));
        assertThat(given(placed(), allocated(), confirmed(), shipped()).state().allocations())
                .isEmpty();
    }

    @Test
    void the_same_shipment_again_changes_nothing() {
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 1)))
                .when(ship("S-1", new Pick(1, MUG, 1)))
                .thenNothing();
        given(placed(), allocated(), confirmed(), shipped()).when(ship("S-1")).thenNothing();
        given(placed(), allocated(), confirmed(), shipped(), delivered())
                .when(ship("S-1"))
                .thenNothing();
    }

    @Test
    void no_more_is_shipped_than_is_left_not_even_in_two_picks() {
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 1)))
                .when(ship("S-2", new Pick(1, MUG, 3)))
                .thenRefused("order.over-shipped", new OrderRefusal.OverShipped(ORDER, 1, MUG, 3, 2));
        given(placed(), allocated(), confirmed())
                .when(ship("S-1", new Pick(1, MUG, 3), new Pick(1, MUG, Integer.MAX_VALUE)))
                .thenRefused("order.over-shipped", new OrderRefusal.OverShipped(ORDER, 1, MUG, Integer.MAX_VALUE, 0));
    }

    @Test
    void a_pick_names_a_line_and_what_was_allocated_to_it() {
        given(placed(), allocated(), confirmed())
                .when(ship("S-1", new Pick(2, MUG, 1)))
                .thenRefused("order.unknown-line", new OrderRefusal.UnknownLine(ORDER, 2, MUG));
        given(placed(), allocated(), confirmed())
                .when(ship("S-1", new Pick(2, BOX, 1)))
                .thenRefused("order.unknown-line", new OrderRefusal.UnknownLine(ORDER, 2, BOX));
    }

    @Test
    void a_pick_takes_a_unit_at_least() {
        given(placed(), allocated(), confirmed())
                .when(ship("S-1", new Pick(1, MUG, 0)))
                .thenRefused("order.bad-quantity", new OrderRefusal.BadQuantity(ORDER, 1, MUG, 0));
    }

    @Test
    void only_a_confirmed_order_is_shipped_and_only_once() {
        given(placed(), allocated()).when(ship("S-1")).thenRefused("order.not-confirmed", notConfirmed());
        given(placed(), allocated(), confirmed(), shipped())
                .when(ship("S-2"))
                .thenRefused("order.already-shipped", alreadyShipped());
        given(placed(), allocated(), cancelled()).when(ship("S-1")).thenRefused("order.cancelled", alreadyCancelled());
        given().when(ship("S-1")).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(ship("S-1")).thenRefused("order.not-an-order", notAnOrder());
    }
}

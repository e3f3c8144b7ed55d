package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.BERLIN;
import static io.daybook.domain.order.OrderFixtures.BOX;
import static io.daybook.domain.order.OrderFixtures.COLOGNE;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyShipped;
import static io.daybook.domain.order.OrderFixtures.back;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.delivered;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.fromCologne;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.notConfirmed;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.reservation;
import static io.daybook.domain.order.OrderFixtures.returned;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CancelItemsTest {
    @Test
    void units_that_were_not_shipped_are_cancelled_and_the_others_stay() {
        given(placed(), allocated(), confirmed())
                .when(cancel("C-1", new Pick(1, MUG, 1)))
                .then(gone("C-1", false, 10_00, List.of(mugs(1)), new Allocation(1, MUG, BERLIN, reservation(1), 1)));
        assertThat(given(placed(), allocated(), confirmed())
                        .given(List.of(gone(
                                "C-1",
                                false,
                                10_00,
                                List.of(mugs(1)),
                                new Allocation(1, MUG, BERLIN, reservation(1), 1))))
                        .state()
                        .allocations())
                .startsWith(new Allocation(1, MUG, BERLIN, reservation(1), 1), ALLOCATIONS.get(1));
    }

    @Test
    void a_bundle_is_cancelled_whole_with_all_its_parts() {
        given(placed(), allocated(), confirmed())
                .when(cancel("C-1", new Pick(2, BOX, 1)))
                .then(gone(
                        "C-1",
                        false,
                        25_00,
                        List.of(boxes(1)),
                        new Allocation(2, TIN, BERLIN, reservation(3), 1),
                        new Allocation(2, SPOON, BERLIN, reservation(4), 2)));
        given(placed(), allocated(), confirmed())
                .when(cancel("C-1", new Pick(2, TIN, 1)))
                .thenRefused("order.part-of-bundle", new OrderRefusal.PartOfBundle(ORDER, 2, TIN));
    }

    @Test
    void the_rest_of_a_partly_shipped_order_is_cancelled_when_nothing_is_named() {
        given(placed(), allocated(), confirmed(), partly())
                .when(cancel("C-1"))
                .then(gone(
                        "C-1",
                        true,
                        60_00,
                        List.of(mugs(1), boxes(2)),
                        new Allocation(1, MUG, COLOGNE, reservation(2), 1),
                        new Allocation(2, TIN, BERLIN, reservation(3), 2),
                        new Allocation(2, SPOON, BERLIN, reservation(4), 4)));
    }

    @Test
    void with_the_rest_cancelled_an_order_is_shipped_and_may_be_delivered_and_returned() {
        OrderEvent rest = gone("C-1", true, 60_00, List.of(mugs(1), boxes(2)), rest());
        given(placed(), allocated(), confirmed(), partly(), rest)
                .when(new DeliverOrder(ORDER, LATER))
                .then(delivered());
        given(placed(), allocated(), confirmed(), partly(), rest)
                .when(new ReturnItems(ORDER, "R-1", List.of(new Pick(1, MUG, 2)), "too small", LATER))
                .then(returned("R-1", euros(20_00), back(1, MUG, BERLIN, 2, 20_00)));
        given(placed(), allocated(), confirmed(), partly(), rest)
                .when(ship("S-2"))
                .thenRefused("order.already-shipped", alreadyShipped());
    }

    @Test
    void a_bundle_of_which_a_part_has_left_is_not_owed_any_more() {
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(TIN, 1)))
                .when(cancel("C-1", new Pick(2, BOX, 2)))
                .thenRefused("order.over-cancelled", new OrderRefusal.OverCancelled(ORDER, 2, TIN, 2, 1));
        given(
                        placed(),
                        allocated(),
                        confirmed(),
                        shipped("S-1", false, fromBerlin(MUG, 2), fromCologne(1), fromBerlin(TIN, 1)))
                .when(cancel("C-1"))
                .then(gone(
                        "C-1",
                        true,
                        50_00,
                        List.of(boxes(2)),
                        new Allocation(2, TIN, BERLIN, reservation(3), 1),
                        new Allocation(2, SPOON, BERLIN, reservation(4), 4)));
    }

    @Test
    void what_comes_to_all_of_an_order_of_which_nothing_was_shipped_cancels_the_order() {
        given(placed(), allocated(), confirmed())
                .when(cancel("C-1", new Pick(1, MUG, 3), new Pick(2, BOX, 2)))
                .then(new OrderCancelled(ORDER, "too many", ALLOCATIONS, LATER));
        given(placed(), allocated(), confirmed())
                .when(cancel("C-1"))
                .then(new OrderCancelled(ORDER, "too many", ALLOCATIONS, LATER));
        given(placed(), allocated(), confirmed(), cancelled())
                .when(cancel("C-1"))
                .thenNothing();
    }

    @Test
    void of_a_bundle_all_that_is_left_is_cancelled_whichever_part_has_left() {
        given(
                        placed(),
                        allocated(),
                        confirmed(),
                        shipped("S-1", false, fromBerlin(MUG, 2), fromCologne(1), fromBerlin(SPOON, 4)))
                .when(cancel("C-1"))
                .then(gone("C-1", true, 50_00, List.of(boxes(2)), ALLOCATIONS.get(2)));
    }

    @Test
    void under_one_id_units_are_cancelled_once() {
        OrderEvent first =
                gone("C-1", false, 10_00, List.of(mugs(1)), new Allocation(1, MUG, BERLIN, reservation(1), 1));
        given(placed(), allocated(), confirmed(), first)
                .when(cancel("C-1", new Pick(1, MUG, 1)))
                .thenNothing();
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(TIN, 1)), first)
                .when(cancel("C-1", new Pick(1, MUG, 1)))
                .thenNothing();
        given(
                        placed(),
                        allocated(),
                        confirmed(),
                        partly(),
                        gone("C-1", true, 60_00, List.of(mugs(1), boxes(2)), rest()))
                .when(cancel("C-1"))
                .thenNothing();
    }

    @Test
    void no_more_is_cancelled_than_is_left_to_ship() {
        given(placed(), allocated(), confirmed(), partly())
                .when(cancel("C-1", new Pick(1, MUG, 2)))
                .thenRefused("order.over-cancelled", new OrderRefusal.OverCancelled(ORDER, 1, MUG, 2, 1));
        given(placed(), allocated(), confirmed())
                .when(cancel("C-1", new Pick(1, MUG, 0)))
                .thenRefused("order.bad-quantity", new OrderRefusal.BadQuantity(ORDER, 1, MUG, 0));
        given(placed(), allocated(), confirmed())
                .when(cancel("C-1", new Pick(3, MUG, 1)))
                .thenRefused("order.unknown-line", new OrderRefusal.UnknownLine(ORDER, 3, MUG));
    }

    @Test
    void only_a_confirmed_order_of_which_something_is_left_is_cancelled_in_part() {
        given().when(cancel("C-1")).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(cancel("C-1")).thenRefused("order.not-an-order", notAnOrder());
        given(placed(), allocated()).when(cancel("C-1")).thenRefused("order.not-confirmed", notConfirmed());
        given(placed(), allocated(), confirmed(), shipped())
                .when(cancel("C-1"))
                .thenRefused("order.already-shipped", alreadyShipped());
        given(placed(), allocated(), confirmed(), shipped(), delivered())
                .when(cancel("C-1"))
                .thenRefused("order.already-shipped", alreadyShipped());
    }

    private static OrderEvent partly() {
        return shipped("S-1", false, fromBerlin(MUG, 2));
    }

    private static Allocation[] rest() {
        return ALLOCATIONS.subList(1, 4).toArray(Allocation[]::new);
    }

    private static CancelledLine mugs(int quantity) {
        return new CancelledLine(1, MUG, quantity, euros(quantity * 10_00L));
    }

    private static CancelledLine boxes(int quantity) {
        return new CancelledLine(2, BOX, quantity, euros(quantity * 25_00L));
    }

    private static OrderEvent gone(
            String id, boolean complete, long cents, List<CancelledLine> lines, Allocation... released) {
        return new ItemsCancelled(ORDER, id, lines, List.of(released), euros(cents), "too many", complete, LATER);
    }

    private static CancelItems cancel(String id, Pick... items) {
        return new CancelItems(ORDER, id, List.of(items), "too many", LATER);
    }
}

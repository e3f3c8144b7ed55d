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
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notConfirmed;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.reservation;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.order.OrderCommand.LoseItems;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LoseItemsTest {
    @Test
    void what_is_missing_somewhere_goes_from_there_first() {
        given(placed(), allocated(), confirmed())
                .when(lose(COLOGNE, new Pick(1, MUG, 1)))
                .then(gone(
                        false,
                        10_00,
                        List.of(new CancelledLine(1, MUG, 1, euros(10_00))),
                        new Allocation(1, MUG, COLOGNE, reservation(2), 1)));
    }

    @Test
    void a_bundle_that_cannot_be_complete_goes_with_its_missing_part() {
        given(placed(), allocated(), confirmed())
                .when(lose(BERLIN, new Pick(2, SPOON, 1)))
                .then(oneBoxGone());
    }

    @Test
    void parts_that_are_missing_of_one_bundle_are_one_bundle() {
        given(placed(), allocated(), confirmed())
                .when(lose(BERLIN, new Pick(2, TIN, 1), new Pick(2, SPOON, 2)))
                .then(oneBoxGone());
    }

    private static OrderEvent oneBoxGone() {
        return gone(
                false,
                25_00,
                List.of(new CancelledLine(2, BOX, 1, euros(25_00))),
                new Allocation(2, TIN, BERLIN, reservation(3), 1),
                new Allocation(2, SPOON, BERLIN, reservation(4), 2));
    }

    @Test
    void what_was_lost_somewhere_is_no_longer_promised_there() {
        OrderEvent mug = gone(false, 10_00, List.of(new CancelledLine(1, MUG, 1, euros(10_00))), ALLOCATIONS.get(1));

        assertThat(given(placed(), allocated(), confirmed(), mug).state().allocations())
                .containsExactly(ALLOCATIONS.getFirst(), ALLOCATIONS.get(2), ALLOCATIONS.get(3));
    }

    @Test
    void only_units_that_were_allocated_are_lost() {
        given(placed(), allocated(), confirmed())
                .when(lose(BERLIN, new Pick(1, TIN, 1)))
                .thenRefused("order.unknown-line", new OrderRefusal.UnknownLine(ORDER, 1, TIN));
        given(placed(), allocated(), confirmed())
                .when(lose(BERLIN, new Pick(1, MUG, 0)))
                .thenRefused("order.bad-quantity", new OrderRefusal.BadQuantity(ORDER, 1, MUG, 0));
    }

    @Test
    void a_part_that_has_left_already_stays_where_it_is() {
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(TIN, 2)))
                .when(lose(BERLIN, new Pick(2, SPOON, 3)))
                .then(gone(
                        false,
                        50_00,
                        List.of(new CancelledLine(2, BOX, 2, euros(50_00))),
                        new Allocation(2, SPOON, BERLIN, reservation(4), 4)));
    }

    @Test
    void no_more_is_lost_than_is_left_to_ship_so_that_nothing_is_waived_twice() {
        OrderEvent spoons = gone(
                false,
                50_00,
                List.of(new CancelledLine(2, BOX, 2, euros(50_00))),
                new Allocation(2, TIN, BERLIN, reservation(3), 2),
                new Allocation(2, SPOON, BERLIN, reservation(4), 4));
        given(placed(), allocated(), confirmed())
                .when(lose(BERLIN, new Pick(2, SPOON, 3)))
                .then(spoons);
        given(placed(), allocated(), confirmed(), spoons)
                .when(new LoseItems(ORDER, "lost-2", BERLIN, List.of(new Pick(2, TIN, 1)), "stock-lost", LATER))
                .thenRefused("order.over-cancelled", new OrderRefusal.OverCancelled(ORDER, 2, TIN, 1, 0));
        given(placed(), allocated(), confirmed())
                .when(lose(BERLIN, new Pick(1, MUG, 4)))
                .thenRefused("order.over-cancelled", new OrderRefusal.OverCancelled(ORDER, 1, MUG, 4, 3));
    }

    @Test
    void an_order_of_which_nothing_is_there_is_cancelled() {
        given(placed(), allocated(), confirmed())
                .when(lose(BERLIN, new Pick(1, MUG, 3), new Pick(2, TIN, 2)))
                .then(new OrderCancelled(ORDER, "stock-lost", ALLOCATIONS, LATER));
    }

    @Test
    void only_a_confirmed_order_loses_items_and_nothing_that_was_shipped_is_lost() {
        given(placed(), allocated())
                .when(lose(BERLIN, new Pick(1, MUG, 1)))
                .thenRefused("order.not-confirmed", notConfirmed());
        given(placed(), allocated(), confirmed(), shipped())
                .when(lose(BERLIN, new Pick(1, MUG, 1)))
                .thenRefused("order.already-shipped", alreadyShipped());
        given(placed(), allocated(), confirmed(), cancelled())
                .when(lose(BERLIN, new Pick(1, MUG, 1)))
                .thenNothing();
    }

    private static OrderEvent gone(boolean complete, long cents, List<CancelledLine> lines, Allocation... released) {
        return new ItemsCancelled(
                ORDER, "lost-1", lines, List.of(released), euros(cents), "stock-lost", complete, LATER);
    }

    private static LoseItems lose(LocationId at, Pick... missing) {
        return new LoseItems(ORDER, "lost-1", at, List.of(missing), "stock-lost", LATER);
    }
}

package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.BERLIN;
import static io.daybook.domain.order.OrderFixtures.BOX;
import static io.daybook.domain.order.OrderFixtures.COLOGNE;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.back;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.delivered;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.notShipped;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.returned;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;

import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReturnItemsTest {
    @Test
    void goods_come_back_at_the_price_that_was_paid() {
        given(placed(), allocated(), confirmed(), shipped(), delivered())
                .when(takeBack("R-1", new Pick(1, MUG, 1)))
                .then(returned("R-1", euros(10_00), back(1, MUG, BERLIN, 1, 10_00)));
    }

    @Test
    void they_come_back_to_where_they_came_from() {
        given(placed(), allocated(), confirmed(), shipped())
                .when(takeBack("R-1", new Pick(1, MUG, 3)))
                .then(returned("R-1", euros(30_00), back(1, MUG, BERLIN, 2, 20_00), back(1, MUG, COLOGNE, 1, 10_00)));
        given(
                        placed(),
                        allocated(),
                        confirmed(),
                        shipped(),
                        returned("R-1", euros(20_00), back(1, MUG, BERLIN, 2, 20_00)))
                .when(takeBack("R-2", new Pick(1, MUG, 1)))
                .then(returned("R-2", euros(10_00), back(1, MUG, COLOGNE, 1, 10_00)));
    }

    @Test
    void what_was_shipped_can_come_back_before_the_rest_is_shipped() {
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 1)))
                .when(takeBack("R-1", new Pick(1, MUG, 1)))
                .then(returned("R-1", euros(10_00), back(1, MUG, BERLIN, 1, 10_00)));
        given(placed(), allocated(), confirmed(), shipped("S-1", false, fromBerlin(MUG, 1)))
                .when(takeBack("R-1", new Pick(1, MUG, 2)))
                .thenRefused("order.over-returned", new OrderRefusal.OverReturned(ORDER, 1, MUG, 2, 1));
    }

    @Test
    void a_bundle_comes_back_whole_and_its_first_part_stands_for_its_value() {
        given(placed(), allocated(), confirmed(), shipped(), delivered())
                .when(takeBack("R-1", new Pick(2, BOX, 1)))
                .then(returned("R-1", euros(25_00), back(2, TIN, BERLIN, 1, 25_00), back(2, SPOON, BERLIN, 2, 0)));
    }

    @Test
    void a_part_of_a_bundle_does_not_come_back_alone() {
        given(placed(), allocated(), confirmed(), shipped())
                .when(takeBack("R-1", new Pick(2, SPOON, 1)))
                .thenRefused("order.part-of-bundle", new OrderRefusal.PartOfBundle(ORDER, 2, SPOON));
    }

    @Test
    void the_same_return_again_changes_nothing() {
        given(
                        placed(),
                        allocated(),
                        confirmed(),
                        shipped(),
                        returned("R-1", euros(10_00), back(1, MUG, BERLIN, 1, 10_00)))
                .when(takeBack("R-1", new Pick(1, MUG, 1)))
                .thenNothing();
    }

    @Test
    void no_more_comes_back_than_is_out() {
        given(
                        placed(),
                        allocated(),
                        confirmed(),
                        shipped(),
                        returned("R-1", euros(10_00), back(1, MUG, BERLIN, 1, 10_00)))
                .when(takeBack("R-2", new Pick(1, MUG, 3)))
                .thenRefused("order.over-returned", new OrderRefusal.OverReturned(ORDER, 1, MUG, 3, 2));
        given(placed(), allocated(), confirmed(), shipped())
                .when(takeBack("R-1", new Pick(2, BOX, Integer.MAX_VALUE)))
                .thenRefused("order.over-returned", new OrderRefusal.OverReturned(ORDER, 2, TIN, Integer.MAX_VALUE, 2));
    }

    @Test
    void a_return_names_lines_of_the_order_and_units() {
        given(placed(), allocated(), confirmed(), shipped())
                .when(takeBack("R-1"))
                .thenRefused("order.empty", new OrderRefusal.Empty(ORDER));
        given(placed(), allocated(), confirmed(), shipped())
                .when(takeBack("R-1", new Pick(7, MUG, 1)))
                .thenRefused("order.unknown-line", new OrderRefusal.UnknownLine(ORDER, 7, MUG));
        given(placed(), allocated(), confirmed(), shipped())
                .when(takeBack("R-1", new Pick(1, MUG, -1)))
                .thenRefused("order.bad-quantity", new OrderRefusal.BadQuantity(ORDER, 1, MUG, -1));
    }

    @Test
    void only_what_was_shipped_comes_back() {
        given(placed(), allocated())
                .when(takeBack("R-1", new Pick(1, MUG, 1)))
                .thenRefused("order.not-shipped", notShipped());
        given(placed(), allocated(), confirmed())
                .when(takeBack("R-1", new Pick(1, MUG, 1)))
                .thenRefused("order.not-shipped", notShipped());
        given(placed(), allocated(), cancelled())
                .when(takeBack("R-1", new Pick(1, MUG, 1)))
                .thenRefused("order.cancelled", alreadyCancelled());
        given().when(takeBack("R-1", new Pick(1, MUG, 1))).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(takeBack("R-1", new Pick(1, MUG, 1))).thenRefused("order.not-an-order", notAnOrder());
    }

    private static ReturnItems takeBack(String returnId, Pick... picks) {
        return new ReturnItems(ORDER, returnId, List.of(picks), "too small", LATER);
    }
}

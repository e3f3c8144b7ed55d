package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.BERLIN;
import static io.daybook.domain.order.OrderFixtures.COLOGNE;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.QUARTER_PAST;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.alreadyShipped;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.fromCologne;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.reservation;
import static io.daybook.domain.order.OrderFixtures.ship;
import static io.daybook.domain.order.OrderFixtures.shipped;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.Reallocate;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReallocateTest {
    private static final Allocation THERE = ALLOCATIONS.getFirst();
    private static final Allocation INSTEAD = new Allocation(1, MUG, COLOGNE, reservation(5), 2);

    @Test
    void other_stock_serves_units_that_were_not_shipped() {
        given(placed(), allocated(), confirmed()).when(move()).then(moved());
        assertThat(after(confirmed(), moved()).allocations())
                .containsExactly(ALLOCATIONS.get(1), ALLOCATIONS.get(2), ALLOCATIONS.get(3), INSTEAD);
        given(placed(), allocated(), confirmed(), moved())
                .when(ship("S-1", new Pick(1, MUG, 3)))
                .then(shipped("S-1", false, fromCologne(1), new Parcel(1, MUG, COLOGNE, reservation(5), 2)));
    }

    @Test
    void an_order_that_is_not_confirmed_has_other_stock_held() {
        given(placed(), allocated()).when(move()).then(moved());
        assertThat(after(moved()).allocations()).contains(INSTEAD).doesNotContain(THERE);
    }

    @Test
    void a_number_of_a_promise_is_never_used_again() {
        assertThat(after(confirmed()).goods().nextPromise()).isEqualTo(5);
        assertThat(after(confirmed(), moved()).goods().nextPromise()).isEqualTo(6);
        OrderEvent anew = new StockAllocated(
                ORDER, List.of(new Allocation(1, MUG, COLOGNE, reservation(7), 3)), QUARTER_PAST, LATER);
        OrderEvent fewer = new StockAllocated(
                ORDER, List.of(new Allocation(1, MUG, COLOGNE, reservation(6), 3)), QUARTER_PAST, LATER);
        assertThat(after(anew, fewer).goods().nextPromise()).isEqualTo(8);
    }

    @Test
    void what_a_line_is_made_of_and_worth_does_not_change_with_where_it_comes_from() {
        Order order = after(
                confirmed(),
                new StockReallocated(
                        ORDER,
                        List.of(ALLOCATIONS.get(2)),
                        List.of(new Allocation(2, TIN, COLOGNE, reservation(5), 2)),
                        LATER));

        assertThat(order.valueOf(List.of(new Parcel(2, TIN, COLOGNE, reservation(5), 1))))
                .isEqualTo(euros(25_00));
        assertThat(order.valueOf(List.of(fromBerlin(SPOON, 4)))).isEqualTo(euros(0));
    }

    @Test
    void what_is_given_up_is_the_orders_own_and_replaced_unit_by_unit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(placed(), allocated(), confirmed())
                        .when(new Reallocate(ORDER, List.of(INSTEAD), List.of(INSTEAD), LATER))
                        .thenNothing());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(placed(), allocated(), confirmed())
                        .when(new Reallocate(
                                ORDER,
                                List.of(THERE),
                                List.of(new Allocation(1, MUG, COLOGNE, reservation(5), 1)),
                                LATER))
                        .thenNothing());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(placed(), allocated(), confirmed())
                        .when(new Reallocate(
                                ORDER,
                                List.of(THERE),
                                List.of(new Allocation(2, MUG, COLOGNE, reservation(5), 2)),
                                LATER))
                        .thenNothing());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(placed(), allocated(), confirmed())
                        .when(new Reallocate(ORDER, List.of(), List.of(), LATER))
                        .thenNothing());
    }

    @Test
    void of_two_promises_for_one_line_the_one_that_was_given_up_goes() {
        Allocation moved = new Allocation(1, MUG, BERLIN, reservation(5), 1);
        OrderEvent back = new StockReallocated(ORDER, List.of(ALLOCATIONS.get(1)), List.of(moved), LATER);

        assertThat(after(confirmed(), back).allocations())
                .containsExactly(THERE, ALLOCATIONS.get(2), ALLOCATIONS.get(3), moved);
    }

    @Test
    void what_is_left_of_a_partly_shipped_order_is_served_from_elsewhere_and_stays_partly_shipped() {
        OrderEvent tins = shipped("S-1", false, fromBerlin(TIN, 2));
        given(placed(), allocated(), confirmed(), tins).when(move()).then(moved());

        Order order = after(confirmed(), tins, moved());
        assertThat(order).isInstanceOf(Order.PartlyShipped.class);
        assertThat(order.allocations()).containsExactly(ALLOCATIONS.get(1), ALLOCATIONS.get(3), INSTEAD);
    }

    @Test
    void only_an_order_that_has_stock_is_asked() {
        given().when(move()).thenRefused("order.unknown-order", unknownOrder());
        given(placed(), allocated(), confirmed(), shipped())
                .when(move())
                .thenRefused("order.already-shipped", alreadyShipped());
        given(placed(), allocated(), cancelled()).when(move()).thenRefused("order.cancelled", alreadyCancelled());
    }

    private static Order after(OrderEvent... events) {
        return given(placed(), allocated()).given(List.of(events)).state();
    }

    private static OrderEvent moved() {
        return new StockReallocated(ORDER, List.of(THERE), List.of(INSTEAD), LATER);
    }

    private static Reallocate move() {
        return new Reallocate(ORDER, List.of(THERE), List.of(INSTEAD), LATER);
    }
}

package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.COLOGNE;
import static io.daybook.domain.order.OrderFixtures.LATER;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.QUARTER_PAST;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyCancelled;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.notAnOrder;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.reservation;
import static io.daybook.domain.order.OrderFixtures.unknownOrder;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.order.OrderCommand.SourceAnew;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceAnewTest {
    private static final List<Allocation> ELSEWHERE = List.of(
            new Allocation(1, MUG, COLOGNE, reservation(5), 3),
            new Allocation(2, TIN, COLOGNE, reservation(6), 2),
            new Allocation(2, SPOON, COLOGNE, reservation(7), 4));

    @Test
    void other_stock_serves_the_order() {
        given(placed(), allocated())
                .when(source(ELSEWHERE))
                .then(new StockAllocated(ORDER, ELSEWHERE, QUARTER_PAST, LATER));
        assertThat(given(placed(), allocated())
                        .given(List.of(new StockAllocated(ORDER, ELSEWHERE, QUARTER_PAST, LATER)))
                        .state()
                        .allocations())
                .isEqualTo(ELSEWHERE);
    }

    @Test
    void every_line_needs_stock() {
        given(placed(), allocated())
                .when(source(ELSEWHERE.subList(0, 1)))
                .thenRefused("order.line-without-stock", new OrderRefusal.LineWithoutStock(ORDER, 2));
    }

    @Test
    void the_stock_of_a_confirmed_order_is_left_alone() {
        given(placed(), allocated(), cleared(), confirmed())
                .when(source(ELSEWHERE))
                .thenRefused("order.already-confirmed", new OrderRefusal.AlreadyConfirmed(ORDER));
    }

    @Test
    void only_an_order_that_lives_is_asked() {
        given().when(source(ELSEWHERE)).thenRefused("order.unknown-order", unknownOrder());
        given(credited()).when(source(ELSEWHERE)).thenRefused("order.not-an-order", notAnOrder());
        given(placed(), allocated(), cancelled())
                .when(source(ELSEWHERE))
                .thenRefused("order.cancelled", alreadyCancelled());
    }

    private static SourceAnew source(List<Allocation> allocations) {
        return new SourceAnew(ORDER, allocations, LATER);
    }
}

package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ADA;
import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.CHARGES;
import static io.daybook.domain.order.OrderFixtures.LINES;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyPlaced;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.fromCologne;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.kernel.Story;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordPastOrderTest {
    @Test
    void a_past_order_has_lived_its_whole_life_on_the_day_of_its_invoice() {
        given().when(record(LINES, CHARGES))
                .then(
                        new OrderPlaced(ORDER, ADA, null, LINES, CHARGES, euros(85_00), NOON),
                        new StockAllocated(ORDER, ALLOCATIONS, NOON, NOON),
                        new OrderConfirmed(ORDER, NOON),
                        new ItemsShipped(
                                ORDER,
                                "O-1",
                                List.of(fromBerlin(MUG, 2), fromCologne(1), fromBerlin(TIN, 2), fromBerlin(SPOON, 4)),
                                true,
                                NOON),
                        new OrderDelivered(ORDER, NOON));
    }

    @Test
    void importing_it_twice_changes_nothing() {
        Story<OrderCommand, Order, OrderEvent> imported =
                given().given(OrderDecider.decide(record(LINES, CHARGES), Order.initial()));
        imported.when(record(LINES, CHARGES)).thenNothing();
        imported.when(record(LINES, List.of())).thenRefused("order.already-placed", alreadyPlaced());
        given(placed(), allocated()).when(record(LINES, CHARGES)).thenRefused("order.already-placed", alreadyPlaced());
    }

    @Test
    void a_past_order_may_be_longer_than_a_new_one_but_obeys_the_same_rules() {
        assertThat(OrderDecider.decide(record(lines(5_000), List.of()), Order.initial()))
                .hasSize(5);
        given().when(record(lines(5_001), List.of()))
                .thenRefused("order.too-many-lines", new OrderRefusal.TooManyLines(ORDER, 5_001, 5_000));
        given().when(record(List.of(), CHARGES)).thenRefused("order.empty", new OrderRefusal.Empty(ORDER));
        given().when(record(List.of(LINES.get(0), LINES.get(0)), CHARGES))
                .thenRefused("order.duplicate-line", new OrderRefusal.DuplicateLine(ORDER, 1));
        given().when(record(LINES, List.of(new Charge("discount", euros(-81_00)))))
                .thenRefused("order.total-negative", new OrderRefusal.TotalNegative(ORDER, euros(-1_00)));
    }

    private static RecordPastOrder record(List<OrderLine> lines, List<Charge> charges) {
        return new RecordPastOrder(ORDER, ADA, null, lines, charges, ALLOCATIONS, NOON);
    }

    private static List<OrderLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new OrderLine(n, MUG, 1, euros(1)))
                .toList();
    }
}

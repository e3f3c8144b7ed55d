package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.ADA;
import static io.daybook.domain.order.OrderFixtures.ALLOCATIONS;
import static io.daybook.domain.order.OrderFixtures.BUYER;
import static io.daybook.domain.order.OrderFixtures.CHARGES;
import static io.daybook.domain.order.OrderFixtures.LINES;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.QUARTER_PAST;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyPlaced;
import static io.daybook.domain.order.OrderFixtures.buyer;
import static io.daybook.domain.order.OrderFixtures.cancelled;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.place;
import static io.daybook.domain.order.OrderFixtures.placed;
import static io.daybook.domain.order.OrderFixtures.shipped;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.order.OrderCommand.PlaceOrder;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlaceOrderTest {
    @Test
    void an_order_is_placed_together_with_its_stock() {
        given().when(place()).then(placed(), allocated());
    }

    @Test
    void placing_it_again_changes_nothing_whatever_became_of_it() {
        given(placed(), allocated()).when(place()).thenNothing();
        given(placed(), allocated(), confirmed(), shipped()).when(place()).thenNothing();
        given(placed(), allocated(), cancelled()).when(place()).thenNothing();
    }

    @Test
    void a_second_try_may_find_other_stock_and_is_still_the_same_order() {
        given(placed(), allocated()).when(place(LINES, CHARGES, List.of())).thenNothing();
    }

    @Test
    void an_id_stays_with_its_content() {
        given(placed(), allocated())
                .when(place(LINES, List.of(), ALLOCATIONS))
                .thenRefused("order.already-placed", alreadyPlaced());
        given(placed(), allocated())
                .when(new PlaceOrder(
                        ORDER, ADA, buyer("Eve"), LINES, CHARGES, ALLOCATIONS, QUARTER_PAST, Terms.INVOICE, NOON))
                .thenRefused("order.already-placed", alreadyPlaced());
        given(credited()).when(place()).thenRefused("order.already-placed", alreadyPlaced());
    }

    @Test
    void an_order_has_a_line() {
        given().when(place(List.of(), CHARGES, List.of())).thenRefused("order.empty", new OrderRefusal.Empty(ORDER));
    }

    @Test
    void an_order_has_at_most_500_lines() {
        given().when(place(lines(501), List.of(), List.of()))
                .thenRefused("order.too-many-lines", new OrderRefusal.TooManyLines(ORDER, 501, 500));
        given().when(place(lines(500), List.of(), List.of()))
                .thenRefused("order.line-without-stock", new OrderRefusal.LineWithoutStock(ORDER, 1));
    }

    @Test
    void every_line_has_a_number_of_its_own() {
        OrderLine line = new OrderLine(1, MUG, 3, euros(10_00));
        given().when(place(List.of(line, line), CHARGES, ALLOCATIONS))
                .thenRefused("order.duplicate-line", new OrderRefusal.DuplicateLine(ORDER, 1));
    }

    @Test
    void every_line_has_stock() {
        given().when(place(LINES, CHARGES, ALLOCATIONS.subList(0, 2)))
                .thenRefused("order.line-without-stock", new OrderRefusal.LineWithoutStock(ORDER, 2));
    }

    @Test
    void an_order_is_paid_in_one_currency() {
        given().when(place(LINES, List.of(new Charge("shipping", new Money(5_00, "GBP"))), ALLOCATIONS))
                .thenRefused("order.mixed-currencies", new OrderRefusal.MixedCurrencies(ORDER, "EUR", "GBP"));
    }

    @Test
    void a_discount_may_take_all_but_no_more() {
        given().when(place(LINES, discount(80_00), ALLOCATIONS))
                .then(new OrderPlaced(ORDER, ADA, BUYER, LINES, discount(80_00), euros(0), NOON), allocated());
        given().when(place(LINES, discount(80_01), ALLOCATIONS))
                .thenRefused("order.total-negative", new OrderRefusal.TotalNegative(ORDER, euros(-1)));
    }

    @Test
    void a_total_beyond_all_bounds_is_refused() {
        OrderRefusal tooLarge = new OrderRefusal.TotalTooLarge(ORDER);
        given().when(place(List.of(new OrderLine(1, MUG, 3, euros(Long.MAX_VALUE / 2))), List.of(), ALLOCATIONS))
                .thenRefused("order.total-too-large", tooLarge);
        given().when(place(LINES, List.of(new Charge("gold", euros(Long.MAX_VALUE))), ALLOCATIONS))
                .thenRefused("order.total-too-large", tooLarge);
        given().when(place(
                        LINES,
                        List.of(new Charge("debt", euros(Long.MIN_VALUE)), new Charge("debt", euros(Long.MIN_VALUE))),
                        ALLOCATIONS))
                .thenRefused("order.total-too-large", tooLarge);
    }

    private static List<Charge> discount(long cents) {
        return List.of(new Charge("discount", euros(-cents)));
    }

    private static List<OrderLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> new OrderLine(n, MUG, 1, euros(1)))
                .toList();
    }
}

package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.BERLIN;
import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.NOON;
import static io.daybook.domain.order.OrderFixtures.ORDER;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.alreadyPlaced;
import static io.daybook.domain.order.OrderFixtures.back;
import static io.daybook.domain.order.OrderFixtures.credited;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.placed;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordPastReturnTest {
    @Test
    void a_credit_note_is_kept_under_an_id_of_its_own() {
        given().when(record(back(1, MUG, BERLIN, 1, 10_00))).then(credited());
    }

    @Test
    void importing_it_twice_changes_nothing() {
        given(credited()).when(record(back(1, MUG, BERLIN, 1, 10_00))).thenNothing();
        given(credited())
                .when(record(back(1, MUG, BERLIN, 2, 20_00)))
                .thenRefused("order.already-placed", alreadyPlaced());
        given(placed(), allocated())
                .when(record(back(1, MUG, BERLIN, 1, 10_00)))
                .thenRefused("order.already-placed", alreadyPlaced());
    }

    @Test
    void a_credit_note_has_lines_of_units_that_were_worth_something_or_nothing() {
        given().when(record()).thenRefused("order.empty", new OrderRefusal.Empty(ORDER));
        given().when(record(back(1, MUG, BERLIN, 0, 10_00)))
                .thenRefused("order.bad-quantity", new OrderRefusal.BadQuantity(ORDER, 1, MUG, 0));
        given().when(record(back(1, MUG, BERLIN, 1, -1)))
                .thenRefused("order.total-negative", new OrderRefusal.TotalNegative(ORDER, euros(-1)));
        given().when(record(back(1, MUG, BERLIN, 1, Long.MAX_VALUE), back(2, MUG, BERLIN, 1, 1)))
                .thenRefused("order.total-too-large", new OrderRefusal.TotalTooLarge(ORDER));
        given().when(record(back(1, MUG, BERLIN, 1, 1), new ReturnedLine(2, MUG, BERLIN, 1, new Money(1, "GBP"))))
                .thenRefused("order.mixed-currencies", new OrderRefusal.MixedCurrencies(ORDER, "EUR", "GBP"));
    }

    private static RecordPastReturn record(ReturnedLine... lines) {
        return new RecordPastReturn(ORDER, List.of(lines), "import", NOON);
    }
}

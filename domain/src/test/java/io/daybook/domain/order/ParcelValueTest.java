package io.daybook.domain.order;

import static io.daybook.domain.order.OrderFixtures.MUG;
import static io.daybook.domain.order.OrderFixtures.SPOON;
import static io.daybook.domain.order.OrderFixtures.TIN;
import static io.daybook.domain.order.OrderFixtures.allocated;
import static io.daybook.domain.order.OrderFixtures.cleared;
import static io.daybook.domain.order.OrderFixtures.confirmed;
import static io.daybook.domain.order.OrderFixtures.euros;
import static io.daybook.domain.order.OrderFixtures.fromBerlin;
import static io.daybook.domain.order.OrderFixtures.fromCologne;
import static io.daybook.domain.order.OrderFixtures.given;
import static io.daybook.domain.order.OrderFixtures.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.kernel.Money;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ParcelValueTest {
    @Test
    void units_are_worth_their_price_wherever_they_come_from() {
        assertThat(valueOf(fromBerlin(MUG, 2), fromCologne(1))).isEqualTo(euros(30_00));
        assertThat(valueOf(fromCologne(1))).isEqualTo(euros(10_00));
    }

    @Test
    void a_bundle_is_worth_its_price_with_its_first_part_and_nothing_with_the_others() {
        assertThat(valueOf(fromBerlin(TIN, 1))).isEqualTo(euros(25_00));
        assertThat(valueOf(fromBerlin(SPOON, 4))).isEqualTo(euros(0));
    }

    @Test
    void all_that_was_ordered_is_worth_the_total_without_charges() {
        assertThat(valueOf(fromBerlin(MUG, 2), fromCologne(1), fromBerlin(TIN, 2), fromBerlin(SPOON, 4)))
                .isEqualTo(euros(80_00));
    }

    private static Money valueOf(Parcel... parcels) {
        return given(placed(), allocated(), cleared(), confirmed()).state().valueOf(List.of(parcels));
    }
}

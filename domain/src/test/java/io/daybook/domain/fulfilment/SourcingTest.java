package io.daybook.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.domain.fulfilment.FulfilmentRefusal.NotEnoughStock;
import io.daybook.domain.fulfilment.FulfilmentRefusal.ShortLine;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourcingTest {
    private static final OrderId ORDER = new OrderId("O-1");
    private static final Sku MUG = new Sku("MUG");
    private static final Sku TEA = new Sku("TEA");

    @Test
    void one_location_that_serves_all_is_preferred() {
        assertThat(allocate(
                        List.of(need(1, MUG, 2), need(2, TEA, 1)),
                        free(MUG, "A", 9),
                        free(TEA, "B", 9),
                        free(MUG, "C", 2),
                        free(TEA, "C", 1)))
                .containsExactly(sourced(1, MUG, "C", 1, 2), sourced(2, TEA, "C", 2, 1));
    }

    @Test
    void of_locations_that_serve_all_the_first_by_name_is_taken() {
        assertThat(allocate(List.of(need(1, MUG, 2)), free(MUG, "B", 9), free(MUG, "A", 2)))
                .containsExactly(sourced(1, MUG, "A", 1, 2));
    }

    @Test
    void otherwise_as_few_locations_as_possible_serve() {
        assertThat(allocate(
                        List.of(need(1, MUG, 6), need(2, TEA, 1)),
                        free(MUG, "A", 2),
                        free(MUG, "B", 2),
                        free(MUG, "C", 4),
                        free(MUG, "D", 2),
                        free(TEA, "D", 1)))
                .containsExactly(sourced(1, MUG, "C", 1, 4), sourced(1, MUG, "D", 2, 2), sourced(2, TEA, "D", 3, 1));
    }

    @Test
    void among_equals_the_choice_that_comes_first_by_name_is_taken() {
        assertThat(allocate(
                        List.of(need(1, MUG, 4)),
                        free(MUG, "D", 2),
                        free(MUG, "C", 2),
                        free(MUG, "B", 2),
                        free(MUG, "A", 2)))
                .containsExactly(sourced(1, MUG, "A", 1, 2), sourced(1, MUG, "B", 2, 2));
    }

    @Test
    void a_line_is_split_only_where_no_chosen_location_serves_it_whole() {
        assertThat(allocate(List.of(need(1, MUG, 3), need(2, MUG, 2)), free(MUG, "A", 2), free(MUG, "B", 3)))
                .containsExactly(sourced(1, MUG, "B", 1, 3), sourced(2, MUG, "A", 2, 2));
    }

    @Test
    void lines_on_one_sku_share_what_is_free() {
        assertThat(shortLines(List.of(need(1, MUG, 3), need(2, MUG, 3)), free(MUG, "A", 4), free(MUG, "B", 1)))
                .isEqualTo(new NotEnoughStock(List.of(new ShortLine(2, MUG, 3, 2))));
    }

    @Test
    void every_short_line_is_named() {
        NotEnoughStock refusal =
                shortLines(List.of(need(1, MUG, 3), need(2, TEA, 1), need(3, MUG, 1)), free(MUG, "A", 2));
        assertThat(refusal)
                .isEqualTo(new NotEnoughStock(List.of(
                        new ShortLine(1, MUG, 3, 2), new ShortLine(2, TEA, 1, 0), new ShortLine(3, MUG, 1, 0))));
        assertThat(refusal.code()).isEqualTo("inventory.not-enough-stock");
        assertThat(refusal.message())
                .isEqualTo("Not enough stock: line 1 wants 3 of MUG and 2 are free; line 2 wants 1 of TEA and 0 are"
                        + " free; line 3 wants 1 of MUG and 0 are free.");
    }

    @Test
    void with_many_locations_the_one_that_serves_most_comes_first() {
        List<FreeStock> free = new ArrayList<>();
        IntStream.rangeClosed(10, 40).forEach(n -> free.add(free(MUG, "L" + n, 1)));
        free.add(free(MUG, "Z", 10));
        assertThat(allocate(List.of(need(1, MUG, 12)), free.toArray(FreeStock[]::new)))
                .containsExactly(
                        sourced(1, MUG, "Z", 1, 10), sourced(1, MUG, "L10", 2, 1), sourced(1, MUG, "L11", 3, 1));
    }

    @Test
    void the_order_in_which_stock_is_stated_decides_nothing() {
        List<Need> needs = List.of(need(1, MUG, 7), need(2, TEA, 3), need(3, MUG, 2));
        List<FreeStock> free = new ArrayList<>();
        for (String location : List.of("A", "B", "C", "D", "E")) {
            free.add(free(MUG, location, 3));
            free.add(free(TEA, location, 2));
        }
        List<Sourced> first = allocate(needs, free.toArray(FreeStock[]::new));
        Random random = new Random(4711);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(free, random);
            assertThat(allocate(needs, free.toArray(FreeStock[]::new))).isEqualTo(first);
        }
    }

    @Test
    void a_policy_that_chooses_too_little_is_a_defect_and_no_endless_search() {
        assertThatThrownBy(() -> Sourcing.allocate(
                        ORDER,
                        1,
                        List.of(need(1, MUG, 2)),
                        List.of(free(MUG, "A", 1), free(MUG, "B", 1)),
                        (demand, free, to) -> List.of(new LocationId("A")),
                        new Destination("DE", "10115")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Sourced> allocate(List<Need> needs, FreeStock... free) {
        return Sourcing.allocate(
                ORDER, 1, needs, List.of(free), new NearestThenFewest(List.of()), new Destination("DE", "10115"));
    }

    private static NotEnoughStock shortLines(List<Need> needs, FreeStock... free) {
        return (NotEnoughStock)
                catchThrowableOfType(Refused.class, () -> allocate(needs, free)).refusal();
    }

    private static Need need(int line, Sku sku, int quantity) {
        return new Need(line, sku, quantity);
    }

    private static FreeStock free(Sku sku, String location, int quantity) {
        return new FreeStock(sku, new LocationId(location), quantity);
    }

    private static Sourced sourced(int line, Sku sku, String location, int n, int quantity) {
        return new Sourced(line, sku, new LocationId(location), ReservationId.of(ORDER, n), quantity);
    }
}

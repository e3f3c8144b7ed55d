package io.daybook.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.fulfilment.Place.Kind;
import io.daybook.domain.fulfilment.Place.Reach;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Warehouses in Berlin and Lyon, stores in Berlin and Potsdam, and one location that nobody told anything of. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NearestThenFewestTest {
    private static final Sku MUG = new Sku("MUG");
    private static final Sku TEA = new Sku("TEA");
    private static final Destination BERLIN = new Destination("DE", "10 115");
    private static final Destination POTSDAM = new Destination("DE", "14467");
    private static final Destination LYON = new Destination("FR", "69001");
    private static final Destination OSLO = new Destination("NO", "0150");

    private final SourcingPolicy policy = new NearestThenFewest(List.of(
            place("berlin", Kind.WAREHOUSE, 500, new Reach("DE", "", 100), new Reach("DE", "10", 5)),
            place("lyon", Kind.WAREHOUSE, 400, new Reach("FR", "", 10), new Reach("DE", "", 120)),
            place("a-store", Kind.STORE, 900, new Reach("DE", "", 100), new Reach("DE", "10", 5)),
            place("potsdam", Kind.STORE, 900, new Reach("DE", "", 100), new Reach("DE", "144", 1))));

    @Test
    void the_nearest_that_has_all_serves_all() {
        Map<Sku, Long> demand = Map.of(MUG, 2L, TEA, 1L);
        var everywhere = at("berlin", demand).and("lyon", demand).and("potsdam", demand);
        assertThat(chosen(demand, everywhere, BERLIN)).containsExactly("berlin");
        assertThat(chosen(demand, everywhere, POTSDAM)).containsExactly("potsdam");
        assertThat(chosen(demand, everywhere, LYON)).containsExactly("lyon");
        assertThat(chosen(demand, everywhere, OSLO)).containsExactly("lyon");
    }

    @Test
    void one_that_has_all_is_preferred_to_nearer_ones_that_have_a_part_each() {
        assertThat(chosen(
                        Map.of(MUG, 2L, TEA, 1L),
                        at("berlin", Map.of(MUG, 2L))
                                .and("potsdam", Map.of(TEA, 1L))
                                .and("lyon", Map.of(MUG, 2L, TEA, 1L)),
                        BERLIN))
                .containsExactly("lyon");
    }

    @Test
    void of_equally_few_those_that_are_nearest_together_serve() {
        var shelves = at("berlin", Map.of(MUG, 2L))
                .and("lyon", Map.of(MUG, 2L, TEA, 1L))
                .and("potsdam", Map.of(TEA, 1L, MUG, 1L));
        assertThat(chosen(Map.of(MUG, 3L, TEA, 1L), shelves, BERLIN)).containsExactly("berlin", "potsdam");
        assertThat(chosen(Map.of(MUG, 3L, TEA, 1L), shelves, LYON)).containsExactly("lyon", "berlin");
    }

    @Test
    void where_distances_are_equal_a_warehouse_comes_before_a_store() {
        Map<Sku, Long> demand = Map.of(MUG, 1L);
        assertThat(chosen(demand, at("a-store", demand).and("berlin", demand), BERLIN))
                .containsExactly("berlin");
    }

    @Test
    void a_location_that_nobody_told_anything_of_is_the_last() {
        Map<Sku, Long> demand = Map.of(MUG, 1L);
        assertThat(chosen(demand, at("a-new-one", demand).and("potsdam", demand), LYON))
                .containsExactly("potsdam");
        assertThat(chosen(demand, at("a-new-one", demand), LYON)).containsExactly("a-new-one");
    }

    @Test
    void among_many_the_nearest_that_has_all_still_serves_all() {
        Map<Sku, Long> demand = Map.of(MUG, 2L);
        var shelves = at("berlin", demand).and("lyon", demand);
        IntStream.range(0, 30).forEach(n -> shelves.and("branch-" + n, Map.of(MUG, 1L)));
        assertThat(chosen(demand, shelves, LYON)).containsExactly("lyon");
    }

    @Test
    void a_distance_is_bounded_and_a_country_has_two_letters() {
        assertThatThrownBy(() -> new Reach("Germany", "", 1)).hasMessageStartingWith("country ");
        assertThatThrownBy(() -> new Reach("DE", "", -1)).hasMessageStartingWith("distance ");
        assertThatThrownBy(() -> place("x", Kind.STORE, 1_000_001)).hasMessageStartingWith("otherwise ");
    }

    @Test
    void a_destination_does_not_tell_the_postcode() {
        assertThat(BERLIN).hasToString("Destination[DE]");
    }

    private List<String> chosen(Map<Sku, Long> demand, Shelves shelves, Destination to) {
        return policy.choose(demand, shelves.free, to).stream()
                .map(LocationId::value)
                .toList();
    }

    private static Place place(String id, Kind kind, int otherwise, Reach... reaches) {
        return new Place(new LocationId(id), kind, List.of(reaches), otherwise);
    }

    private static Shelves at(String location, Map<Sku, Long> units) {
        return new Shelves(new HashMap<>()).and(location, units);
    }

    private record Shelves(Map<LocationId, Map<Sku, Long>> free) {
        Shelves and(String location, Map<Sku, Long> units) {
            free.put(new LocationId(location), units);
            return this;
        }
    }
}

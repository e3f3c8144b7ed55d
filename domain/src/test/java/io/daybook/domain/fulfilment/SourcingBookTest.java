package io.daybook.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is wanted and whatever is free: either every line gets exactly its units from what is free, or the short ones are told. */
class SourcingBookTest {
    private record Shelf(Sku sku, LocationId location) {}

    @Property(seed = "4711")
    void every_line_is_served_exactly_and_no_shelf_beyond_what_is_free(
            @ForAll("needs") List<Need> needs, @ForAll("free") List<FreeStock> free) {
        Map<Sku, Long> wanted =
                needs.stream().collect(Collectors.groupingBy(Need::sku, Collectors.summingLong(Need::quantity)));
        Map<Sku, Long> there = free.stream()
                .collect(Collectors.groupingBy(FreeStock::sku, Collectors.summingLong(FreeStock::quantity)));
        boolean enough = wanted.entrySet().stream().allMatch(w -> there.getOrDefault(w.getKey(), 0L) >= w.getValue());
        try {
            List<Sourced> sourced = Sourcing.allocate(
                    new OrderId("O-1"),
                    1,
                    needs,
                    free,
                    new NearestThenFewest(List.of()),
                    new Destination("DE", "10115"));
            assertThat(enough).isTrue();
            assertThat(sourced.stream()
                            .collect(Collectors.groupingBy(Sourced::sku, Collectors.summingLong(Sourced::quantity))))
                    .isEqualTo(wanted);
            assertThat(sourced).allSatisfy(s -> assertThat(s.quantity()).isPositive());
            assertThat(sourced.stream().map(Sourced::reservation)).doesNotHaveDuplicates();
            Map<Shelf, Long> shelves = free.stream()
                    .collect(Collectors.groupingBy(
                            f -> new Shelf(f.sku(), f.location()), Collectors.summingLong(FreeStock::quantity)));
            assertThat(sourced.stream()
                            .collect(Collectors.groupingBy(
                                    s -> new Shelf(s.sku(), s.location()), Collectors.summingLong(Sourced::quantity))))
                    .allSatisfy((shelf, taken) -> assertThat(taken).isLessThanOrEqualTo(shelves.get(shelf)));
        } catch (Refused refused) {
            assertThat(enough).as(refused.getMessage()).isFalse();
        }
    }

    @Provide
    Arbitrary<List<Need>> needs() {
        return Combinators.combine(line(), sku(), Arbitraries.integers().between(1, 8))
                .as(Need::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<FreeStock>> free() {
        Arbitrary<LocationId> location = Arbitraries.integers().between(1, 14).map(n -> new LocationId("L" + n));
        return Combinators.combine(sku(), location, Arbitraries.integers().between(0, 5))
                .as(FreeStock::new)
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Integer> line() {
        return Arbitraries.integers().between(1, 9);
    }

    private static Arbitrary<Sku> sku() {
        return Arbitraries.of("MUG", "TEA", "TIN").map(Sku::new);
    }
}

package io.daybook.query.catalog;

import io.daybook.domain.kernel.LocationId;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The arguments of the GraphQL field {@code products}, each as its caller gave it or null. */
record ProductFilter(
        @Nullable String q,
        @Nullable List<String> departments,
        @Nullable String category,
        @Nullable List<String> brands,
        @Nullable List<Attribute> attributes,
        @Nullable Long priceFrom,
        @Nullable Long priceTo,
        @Nullable Boolean inStock,
        @Nullable String location,
        @Nullable Sort sort,
        @Nullable String cursor,
        @Nullable Integer size,
        @Nullable String readAfter,
        @Nullable Boolean staleOk) {
    record Attribute(String name, List<String> values) {}

    SearchProducts question(boolean facets) {
        return new SearchProducts(
                q,
                departments == null ? List.of() : departments,
                category,
                brands == null ? List.of() : brands,
                wanted(),
                priceFrom,
                priceTo,
                Boolean.TRUE.equals(inStock),
                location == null ? null : Bounds.id("location", location, LocationId::new),
                sort == null ? Sort.RELEVANCE : sort,
                cursor,
                size == null ? SearchProducts.USUAL_SIZE : size,
                facets,
                Reading.of(readAfter, Boolean.TRUE.equals(staleOk)));
    }

    private Map<String, List<String>> wanted() {
        Map<String, List<String>> wanted = new TreeMap<>();
        if (attributes != null) {
            attributes.forEach(attribute -> wanted.computeIfAbsent(attribute.name(), name -> new ArrayList<>())
                    .addAll(attribute.values()));
        }
        return wanted;
    }
}

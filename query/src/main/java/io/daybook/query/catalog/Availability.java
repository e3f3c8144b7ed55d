package io.daybook.query.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be sold at the moment of the answer.
 *
 * @param sellable units over all locations; of a bundle, how many its parts make up
 * @param sellableFrom while nothing is sellable, when the first hold ends that frees a unit; null if none does, or if
 *     something is sellable
 * @param locations in order of their names; empty for a bundle
 */
public record Availability(
        boolean inStock, int sellable, @Nullable Instant sellableFrom, List<At> locations) {
    public record At(
            String location, int sellable, @Nullable Instant sellableFrom) {}
}

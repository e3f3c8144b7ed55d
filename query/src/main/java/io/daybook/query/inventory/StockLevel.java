package io.daybook.query.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units of one SKU at the moment of the answer.
 *
 * @param onHand on the shelves
 * @param allocated promised to confirmed orders
 * @param held promised to orders that are not yet confirmed, by holds that still count
 * @param sellable what is left, at least 0
 * @param missing promised units that do not lie on their shelf, because a count or a correction has found fewer; nothing is sold
 *     at such a location until it has them again
 * @param locations in order of their names
 */
public record StockLevel(
        String sku, int onHand, int allocated, int held, int sellable, int missing, List<At> locations) {
    /**
     * @param sellableFrom while nothing is sellable here, when the first hold ends that frees a unit; null if none does, or if
     *     something is sellable
     */
    public record At(
            String location,
            int onHand,
            int allocated,
            int held,
            int sellable,
            int missing,
            @Nullable Instant sellableFrom) {}
}

package io.daybook.query.catalog;

import io.daybook.query.reading.Amount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param total all products that match, not only those of this page
 * @param facets null if they were not asked for
 * @param nextCursor null on the last page
 */
public record ProductPage(
        List<Hit> hits,
        long total,
        @Nullable Facets facets,
        @Nullable String nextCursor) {
    /**
     * @param image the best one, or null
     * @param sellable units at the moment of the answer, at the location that was asked for or at all
     */
    public record Hit(
            String sku,
            String title,
            @Nullable String brand,
            List<String> category,
            Amount price,
            @Nullable String image,
            @Nullable String groupId,
            boolean inStock,
            int sellable) {}

    /**
     * How many products each further choice would leave.
     *
     * @param categories paths as {@code Department/Group/Leaf}, of every depth
     * @param attributes the most telling names first
     * @param inStock products that can be sold now
     */
    public record Facets(
            List<Count> departments,
            List<Count> categories,
            List<Count> brands,
            List<PriceRange> prices,
            List<Attribute> attributes,
            long inStock) {}

    public record Count(String value, long count) {}

    /**
     * @param from inclusive, cents
     * @param to inclusive, cents; null for no upper end
     */
    public record PriceRange(long from, @Nullable Long to, long count) {}

    public record Attribute(String name, List<Count> values) {}
}

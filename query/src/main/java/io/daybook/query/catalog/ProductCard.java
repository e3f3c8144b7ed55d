package io.daybook.query.catalog;

import io.daybook.query.reading.Amount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One product as a product page shows it.
 *
 * @param category from the department to the leaf
 * @param attributes text, {@link java.math.BigDecimal} or {@link Boolean} by name, in order of the names
 * @param groupId shared by the variants of one product
 * @param components the parts of a bundle, empty for everything else
 */
public record ProductCard(
        String sku,
        String title,
        String description,
        @Nullable String brand,
        List<String> category,
        Map<String, Object> attributes,
        List<String> eans,
        List<String> images,
        @Nullable String groupId,
        List<Component> components,
        Amount price,
        Availability availability) {
    /**
     * @param quantity units of the part in one bundle
     */
    public record Component(String sku, int quantity) {}
}

package io.daybook.projections.joined;

import io.daybook.domain.kernel.Sku;
import org.jspecify.annotations.Nullable;

/**
 * Everything the read side knows of one SKU.
 *
 * @param offer null until the product is listed for the first time
 */
public record ProductRow(Sku sku, @Nullable Offer offer, Shelves shelves) {
    /** What may be answered: the offer, if the product is listed. */
    public @Nullable Offer listed() {
        return offer != null && offer.listed() ? offer : null;
    }
}

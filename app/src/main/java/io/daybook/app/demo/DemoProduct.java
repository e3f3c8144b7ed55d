package io.daybook.app.demo;

import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.kernel.LocationId;
import java.util.Map;

/**
 * A product of the demo shop.
 *
 * @param stock units by location; none for a bundle, whose parts have it
 */
public record DemoProduct(ListProduct listing, Map<LocationId, Integer> stock) {
    public DemoProduct {
        stock = Map.copyOf(stock);
    }
}

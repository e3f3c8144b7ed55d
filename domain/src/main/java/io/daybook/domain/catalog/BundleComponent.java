package io.daybook.domain.catalog;

import io.daybook.domain.kernel.Sku;

/**
 * One part of a bundle.
 *
 * @param quantity units of the part in one bundle, at least 1
 */
public record BundleComponent(Sku sku, int quantity) {
    public BundleComponent {
        if (quantity < 1) {
            throw new IllegalArgumentException("components.quantity must be at least 1");
        }
    }
}

package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.Sku;

/**
 * Units of one SKU that an order line needs.
 *
 * @param line the order line
 * @param quantity at least 1
 */
public record Need(int line, Sku sku, int quantity) {}

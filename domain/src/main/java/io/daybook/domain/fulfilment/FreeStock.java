package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;

/**
 * Units that can be promised at one location right now.
 *
 * @param quantity 0 or more
 */
public record FreeStock(Sku sku, LocationId location, int quantity) {}

package io.daybook.domain.fulfilment;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;

/**
 * Units of one location that serve an order line, and the reservation they are promised under.
 *
 * @param quantity at least 1
 */
public record Sourced(int line, Sku sku, LocationId location, ReservationId reservation, int quantity) {}

package io.daybook.domain.order;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;

/**
 * Which stock serves a line: its own SKU, or for a bundle one of its components.
 *
 * @param line the order line served
 * @param quantity units of {@code sku} from {@code location}
 */
public record Allocation(int line, Sku sku, LocationId location, ReservationId reservation, int quantity) {}

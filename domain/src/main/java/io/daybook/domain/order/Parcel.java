package io.daybook.domain.order;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;

/** Units of one allocation that go into a shipment. */
public record Parcel(int line, Sku sku, LocationId location, ReservationId reservation, int quantity) {}

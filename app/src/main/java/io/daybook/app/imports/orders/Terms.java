package io.daybook.app.imports.orders;

import io.daybook.domain.kernel.LocationId;

/**
 * What the lines do not say.
 *
 * @param currency that the invoices are written in, ISO 4217
 * @param location where all of the past's stock lay
 */
record Terms(String currency, LocationId location) {}

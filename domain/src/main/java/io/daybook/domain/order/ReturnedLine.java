package io.daybook.domain.order;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;

/**
 * Units that came back.
 *
 * @param value what the buyer had paid for them; of a bundle, the first part stands for all and the others are worth nothing
 */
public record ReturnedLine(int line, Sku sku, LocationId location, int quantity, Money value) {}

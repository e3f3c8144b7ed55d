package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;

/**
 * Units of a line that will not be shipped.
 *
 * @param sku the line's own
 * @param value what they were to cost
 */
public record CancelledLine(int line, Sku sku, int quantity, Money value) {}

package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;

/**
 * What the buyer wants.
 *
 * @param line number within the order, from 1
 * @param quantity units, at least 1
 * @param unitPrice the gross price the buyer saw, not negative
 */
public record OrderLine(int line, Sku sku, int quantity, Money unitPrice) {
    /** @throws IllegalArgumentException naming the field that is out of its bounds */
    public OrderLine {
        if (line < 1) {
            throw new IllegalArgumentException("line must be at least 1");
        }
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity must be at least 1");
        }
        if (unitPrice.isNegative()) {
            throw new IllegalArgumentException("unitPrice must not be negative");
        }
    }

    public Money amount() {
        return unitPrice.times(quantity);
    }
}

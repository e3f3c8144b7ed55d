package io.daybook.app.imports.orders;

import io.daybook.app.imports.job.Entry;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One row of the file, read.
 *
 * @param invoice as printed, with its letter if it has one
 * @param code the stock code in capitals, since the same article was typed in both cases
 * @param description may be empty
 * @param quantity units; negative for what goes the other way
 * @param unitPrice exact, may have more than two decimals
 * @param customer empty if unknown
 */
record InvoiceLine(
        Entry entry,
        String invoice,
        String code,
        String description,
        int quantity,
        Instant at,
        BigDecimal unitPrice,
        String customer) {

    BigDecimal value() {
        return entry.value();
    }

    /** Whether its amount can be written in whole pennies, so that no rounding is needed. */
    boolean isExact() {
        return unitPrice.stripTrailingZeros().scale() <= 2;
    }

    /** In pennies; only for an exact price. */
    long unitPriceMinor() {
        return unitPrice.movePointRight(2).longValueExact();
    }

    /** Postage, fees, discounts and corrections that stand among the articles. */
    boolean isCharge() {
        return ChargeCodes.contains(code);
    }
}

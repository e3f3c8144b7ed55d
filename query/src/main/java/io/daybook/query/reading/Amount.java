package io.daybook.query.reading;

import io.daybook.domain.kernel.Money;

/**
 * An amount as answers show it.
 *
 * @param minor cents, exact
 * @param currency ISO 4217
 */
public record Amount(long minor, String currency) {
    public static Amount of(Money money) {
        return new Amount(money.minor(), money.currency());
    }
}

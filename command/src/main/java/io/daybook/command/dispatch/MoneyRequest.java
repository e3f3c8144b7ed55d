package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount as callers state it.
 *
 * @param minor cents
 * @param currency ISO 4217
 */
public record MoneyRequest(@Nullable Long minor, @Nullable String currency) {
    /** Keeps sums of a whole order far from overflow. */
    private static final long MOST = 1_000_000_000_000L;

    public Money read(String path) {
        long amount = Form.required(path + ".minor", minor);
        if (amount < -MOST || amount > MOST) {
            throw new BadField(path + ".minor", "must be " + -MOST + " to " + MOST);
        }
        return Form.read(path + ".currency", currency, unit -> new Money(amount, unit));
    }

    /** A price: not negative. */
    public Money readPrice(String path) {
        Money money = read(path);
        if (money.isNegative()) {
            throw new BadField(path + ".minor", "must not be negative");
        }
        return money;
    }
}

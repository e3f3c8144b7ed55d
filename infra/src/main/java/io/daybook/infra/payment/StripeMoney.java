package io.daybook.infra.payment;

import io.daybook.domain.kernel.Money;
import java.util.Locale;
import java.util.Set;

/** Amounts as Stripe counts them: minor units, but hundredths of two currencies that have none. */
final class StripeMoney {
    /** From Stripe's page on currencies. */
    private static final Set<String> COUNTED_IN_HUNDREDTHS = Set.of("ISK", "UGX");

    private StripeMoney() {}

    /** @throws IllegalArgumentException unless the amount is above zero */
    static long out(Money amount) {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount must be above zero");
        }
        return Math.multiplyExact(amount.minor(), factor(amount.currency()));
    }

    static String currency(Money amount) {
        return amount.currency().toLowerCase(Locale.ROOT);
    }

    static Money in(long amount, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        return new Money(amount / factor(code), code);
    }

    private static long factor(String currency) {
        return COUNTED_IN_HUNDREDTHS.contains(currency) ? 100 : 1;
    }
}

package io.daybook.infra.notification;

import io.daybook.domain.kernel.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Money as people of one country read it, with as many decimals as its currency has. */
final class Amounts {
    private static final int CENTS = 2;

    private final Locale locale;

    Amounts(Locale locale) {
        this.locale = locale;
    }

    /** {@code €12.50}, {@code JP¥1,200}; {@code 12.50 XQX} for a currency that Java does not know. */
    String of(Money money) {
        Currency currency;
        try {
            currency = Currency.getInstance(money.currency());
        } catch (IllegalArgumentException unknown) {
            return BigDecimal.valueOf(money.minor(), CENTS) + " " + money.currency();
        }
        // a NumberFormat is not for several threads
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        int decimals = Math.max(0, currency.getDefaultFractionDigits());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(money.minor(), decimals));
    }
}

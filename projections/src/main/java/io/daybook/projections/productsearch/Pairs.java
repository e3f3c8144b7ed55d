package io.daybook.projections.productsearch;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * A name and a value as one keyword. Free attributes and locations have thousands of names, far more than an index may have
 * fields; as pairs they share one field and can still be filtered, counted, and (values written so that their order as text is
 * their order as numbers) asked for by range.
 */
final class Pairs {
    private static final char BETWEEN = '\u001f';

    private Pairs() {}

    static String of(String name, String value) {
        return name + BETWEEN + value;
    }

    static String name(String pair) {
        return pair.substring(0, pair.indexOf(BETWEEN));
    }

    static String value(String pair) {
        return pair.substring(pair.indexOf(BETWEEN) + 1);
    }

    /** One writing for numbers that are equal. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * A pair whose order among those of its name is the number's. Numbers that differ only beyond the 15th digit are taken as equal,
     * which is enough to filter by.
     */
    static String ordered(String name, BigDecimal number) {
        long bits = Double.doubleToLongBits(number.doubleValue() + 0.0);
        long sortable = bits < 0 ? ~bits : bits ^ Long.MIN_VALUE;
        return of(name, String.format(Locale.ROOT, "%016x", sortable));
    }

    /**
     * A pair whose order among those of its name is that of time.
     *
     * @param millis since 1970, not negative
     */
    static String ordered(String name, long millis) {
        return of(name, String.format(Locale.ROOT, "%019d", millis));
    }
}

package io.daybook.domain.kernel;

/**
 * An exact amount in minor units (cents) of one ISO 4217 currency. May be negative; arithmetic throws {@link ArithmeticException}
 * on overflow and {@link IllegalArgumentException} when currencies differ.
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    /** @throws IllegalArgumentException unless the currency is three capital letters */
    public Money {
        if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("currency must be three capital letters (ISO 4217)");
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** This amount, or the other if that is less. */
    public Money atMost(Money other) {
        return compareTo(other) > 0 ? other : this;
    }

    /** This amount, or the other if that is more. */
    public Money atLeast(Money other) {
        return compareTo(other) < 0 ? other : this;
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public boolean isNegative() {
        return minor < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}

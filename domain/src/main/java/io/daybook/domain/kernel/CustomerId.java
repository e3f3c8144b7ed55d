package io.daybook.domain.kernel;

/** A customer, and the subject whose key encrypts their personal data. */
public record CustomerId(String value) {
    /** @throws IllegalArgumentException unless the value is 1 to 64 plain characters */
    public CustomerId {
        Text.require("customerId", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}

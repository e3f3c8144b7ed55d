package io.daybook.domain.kernel;

/** Stock keeping unit: what a shelf, a product and a Kafka key are named by. */
public record Sku(String value) {
    /** @throws IllegalArgumentException unless the value is 1 to 64 plain characters */
    public Sku {
        Text.require("sku", value, 64);
    }

    @Override
    public String toString() {
        return value;
    }
}

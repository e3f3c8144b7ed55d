package io.daybook.domain.kernel;

/** A warehouse or a store that holds stock. */
public record LocationId(String value) {
    /** @throws IllegalArgumentException unless the value is 1 to 32 plain characters */
    public LocationId {
        Text.require("location", value, 32);
    }

    @Override
    public String toString() {
        return value;
    }
}

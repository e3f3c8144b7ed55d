package io.daybook.domain.inventory;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;

/** The stock of one SKU at one location; written {@code sku@location}, which neither part can contain. */
public record ItemId(Sku sku, LocationId location) {
    /** @throws IllegalArgumentException if the text is not {@code sku@location} */
    public static ItemId parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("item must be sku@location");
        }
        return new ItemId(new Sku(text.substring(0, at)), new LocationId(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return sku + "@" + location;
    }
}

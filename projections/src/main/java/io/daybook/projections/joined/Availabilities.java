package io.daybook.projections.joined;

import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.kernel.Sku;
import io.daybook.query.catalog.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be sold at a moment: of a product from its own shelves, of a bundle from the shelves of its parts. */
public final class Availabilities {
    private Availabilities() {}

    /**
     * @param parts rows of the components of the bundles asked about; one that is not among them has no stock
     */
    public static Availability of(ProductRow row, Map<Sku, ProductRow> parts, Instant now) {
        Offer offer = row.offer();
        return offer == null || offer.details().components().isEmpty()
                ? ofShelves(row.shelves(), now)
                : ofBundle(offer.details().components(), parts, now);
    }

    private static Availability ofShelves(Shelves shelves, Instant now) {
        List<Availability.At> locations = shelves.at().entrySet().stream()
                .map(entry -> at(entry.getKey(), entry.getValue(), now))
                .toList();
        int sellable = shelves.sellable(now);
        return new Availability(sellable > 0, sellable, later(sellable, shelves.sellableFrom()), locations);
    }

    private static Availability.At at(String location, ItemStock item, Instant now) {
        int sellable = item.sellable(now);
        return new Availability.At(location, sellable, later(sellable, item.sellableFrom()));
    }

    private static Availability ofBundle(List<BundleComponent> components, Map<Sku, ProductRow> parts, Instant now) {
        int bundles = Integer.MAX_VALUE;
        Instant from = ItemStock.NOW;
        for (BundleComponent component : components) {
            ProductRow part = parts.get(component.sku());
            Shelves shelves = part == null ? Shelves.EMPTY : part.shelves();
            bundles = Math.min(bundles, shelves.sellable(now) / component.quantity());
            Instant partFrom = shelves.sellableFrom(component.quantity());
            from = partFrom.isAfter(from) ? partFrom : from;
        }
        return new Availability(bundles > 0, bundles, later(bundles, from), List.of());
    }

    /** Null if there is nothing to wait for. */
    private static @Nullable Instant later(int sellable, Instant from) {
        return sellable > 0 || from.equals(ItemStock.NEVER) ? null : from;
    }
}

package io.daybook.projections.stocklevel;

import io.daybook.projections.joined.ItemStock;
import io.daybook.projections.joined.Shelves;
import io.daybook.query.inventory.StockLevel;
import io.daybook.query.inventory.StockLevel.At;
import java.time.Instant;
import java.util.List;
import java.util.function.ToIntFunction;

/** The answer from a SKU's shelves at a moment. */
final class Levels {
    private Levels() {}

    static StockLevel of(String sku, Shelves shelves, Instant now) {
        List<At> locations = shelves.at().entrySet().stream()
                .map(entry -> at(entry.getKey(), entry.getValue(), now))
                .toList();
        return new StockLevel(
                sku,
                sum(locations, At::onHand),
                sum(locations, At::allocated),
                sum(locations, At::held),
                sum(locations, At::sellable),
                sum(locations, At::missing),
                locations);
    }

    private static At at(String location, ItemStock item, Instant now) {
        int sellable = item.sellable(now);
        Instant from = item.sellableFrom();
        boolean nothingToWaitFor = sellable > 0 || from.equals(ItemStock.NEVER);
        return new At(
                location,
                item.onHand(),
                item.allocated(),
                item.held(now),
                sellable,
                item.missing(now),
                nothingToWaitFor ? null : from);
    }

    private static int sum(List<At> locations, ToIntFunction<At> units) {
        return locations.stream().mapToInt(units).sum();
    }
}

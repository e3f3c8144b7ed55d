package io.daybook.projections.joined;

import io.daybook.domain.inventory.InventoryEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stock of one SKU at every location that ever held it.
 *
 * @param at by location, in order of their names
 */
public record Shelves(Map<String, ItemStock> at) {
    public static final Shelves EMPTY = new Shelves(Map.of());

    public Shelves {
        at = Collections.unmodifiableMap(new TreeMap<>(at));
    }

    public Shelves after(InventoryEvent event) {
        Map<String, ItemStock> now = new TreeMap<>(at);
        now.put(
                event.location().value(),
                at.getOrDefault(event.location().value(), ItemStock.EMPTY).after(event));
        return new Shelves(now);
    }

    /** Units over all locations that can be promised at {@code now}. */
    public int sellable(Instant now) {
        return at.values().stream().mapToInt(item -> item.sellable(now)).sum();
    }

    /** From when a unit is sellable somewhere: {@link ItemStock#NOW}, the end of a hold, or {@link ItemStock#NEVER}. */
    public Instant sellableFrom() {
        return at.values().stream()
                .map(ItemStock::sellableFrom)
                .min(Instant::compareTo)
                .orElse(ItemStock.NEVER);
    }

    /** As {@link #sellableFrom()}, for at least {@code quantity} units over all locations. */
    public Instant sellableFrom(int quantity) {
        if (sellable(ItemStock.NOW) >= quantity) {
            return ItemStock.NOW;
        }
        return at.values().stream()
                .flatMap(item -> item.holds().values().stream())
                .map(Hold::expiresAt)
                .sorted()
                .filter(end -> sellable(end) >= quantity)
                .findFirst()
                .orElse(ItemStock.NEVER);
    }
}

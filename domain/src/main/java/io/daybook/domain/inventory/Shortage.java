package io.daybook.domain.inventory;

import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.ShortageClosed;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryItem.FallenShort;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * More is promised than there is. Only a correction of the shelf opens a shortage, for everything else is decided on what is free;
 * then each decision about the item that changes the number says so, and the one that leaves nothing missing closes it: goods that
 * come, a promise that is given back, a hold that has ended.
 */
final class Shortage {
    private Shortage() {}

    /** What was decided, and what it means for the shortage if that is news. */
    static List<InventoryEvent> told(InventoryItem item, List<InventoryEvent> decided) {
        if (decided.isEmpty()
                || !(item instanceof FallenShort || decided.stream().anyMatch(Shortage::isCorrection))) {
            return decided;
        }
        InventoryItem after = item;
        for (InventoryEvent event : decided) {
            after = InventoryItem.evolve(after, event);
        }
        InventoryEvent last = decided.getLast();
        int missing = after.stock().missingAt(last.decidedAt());
        return missing == item.missing() ? decided : plus(decided, told(last, missing, last.decidedAt()));
    }

    /** As {@link InventoryItem#overPromised}. */
    static List<OrderId> overPromised(Stocked stock, Instant time) {
        int missing = stock.missingAt(time);
        Set<OrderId> orders = new LinkedHashSet<>();
        for (Owed owed : latestFirst(stock.promises(), time)) {
            if (missing > 0) {
                orders.add(owed.order);
                missing -= owed.quantity;
            }
        }
        return List.copyOf(orders);
    }

    private record Owed(OrderId order, int quantity, boolean held, Instant since) {}

    private static List<Owed> latestFirst(Promises promises, Instant time) {
        Stream<Owed> held = promises.holds().values().stream()
                .filter(h -> h.isLiveAt(time))
                .map(h -> new Owed(h.order(), h.quantity(), true, h.expiresAt()));
        Stream<Owed> allocated =
                promises.allocations().values().stream().map(a -> new Owed(a.order(), a.quantity(), false, a.since()));
        return Stream.concat(held, allocated)
                .sorted(Comparator.comparing(Owed::held)
                        .thenComparing(Owed::since)
                        .thenComparing(owed -> owed.order.value())
                        .reversed())
                .toList();
    }

    private static boolean isCorrection(InventoryEvent event) {
        return event instanceof StockAdjusted || event instanceof StockCounted;
    }

    private static InventoryEvent told(InventoryEvent about, int missing, Instant at) {
        return missing == 0
                ? new ShortageClosed(about.sku(), about.location(), at)
                : new ItemFellShort(about.sku(), about.location(), missing, at);
    }

    private static List<InventoryEvent> plus(List<InventoryEvent> decided, InventoryEvent more) {
        List<InventoryEvent> all = new ArrayList<>(decided);
        all.add(more);
        return List.copyOf(all);
    }
}

package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.OncePerSitting;
import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.domain.fulfilment.FreeStock;
import io.daybook.domain.fulfilment.Need;
import io.daybook.domain.fulfilment.Sourcing;
import io.daybook.domain.fulfilment.SourcingPolicy;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Buyer;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where stock can lie, and which of it serves an order by the shop's policy. */
final class Shelves {
    private final ItemsOfSku itemsOfSku;
    private final SourcingPolicy policy;

    Shelves(ItemsOfSku itemsOfSku, SourcingPolicy policy) {
        this.itemsOfSku = itemsOfSku;
        this.policy = policy;
    }

    /** Every item of the SKUs. */
    List<ItemId> of(Collection<Sku> skus) {
        return skus.stream()
                .distinct()
                .flatMap(
                        sku -> OncePerSitting.ask("ItemsOfSku:" + sku.value(), () -> itemsOfSku.locations(sku)).stream()
                                .map(location -> new ItemId(sku, location)))
                .toList();
    }

    /** Every item of the SKUs that were allocated. */
    List<ItemId> ofAllocated(List<Allocation> allocations) {
        return of(allocations.stream().map(Allocation::sku).toList());
    }

    /** Units by line and SKU, whatever serves them. */
    static List<Need> needs(List<Allocation> allocations) {
        Map<Map.Entry<Integer, Sku>, Integer> units = new LinkedHashMap<>();
        allocations.forEach(a -> units.merge(Map.entry(a.line(), a.sku()), a.quantity(), Math::addExact));
        return units.entrySet().stream()
                .map(e -> new Need(e.getKey().getKey(), e.getKey().getValue(), e.getValue()))
                .toList();
    }

    /**
     * @param first number of the first promise
     * @param shelves loaded; what is decided about them so far counts
     * @throws Refused if a line is short, naming all that are
     */
    List<Allocation> serve(
            Page page, OrderId order, int first, List<Need> needs, List<ItemId> shelves, Buyer to, Instant now) {
        List<FreeStock> free = shelves.stream()
                .distinct()
                .map(item -> new FreeStock(
                        item.sku(), item.location(), page.item(item).sellable(now)))
                .toList();
        return Sourcing.allocate(order, first, needs, free, policy, Delivery.of(to)).stream()
                .map(s -> new Allocation(s.line(), s.sku(), s.location(), s.reservation(), s.quantity()))
                .toList();
    }
}

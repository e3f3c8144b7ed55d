package io.daybook.domain.fulfilment;

import io.daybook.domain.fulfilment.FulfilmentRefusal.NotEnoughStock;
import io.daybook.domain.fulfilment.FulfilmentRefusal.ShortLine;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the stock for an order at the locations that a policy chooses for all its lines together; a line is split only where no chosen
 * location can serve it whole. The same needs and the same free stock, in whatever order it is stated, give the same answer.
 */
public final class Sourcing {
    private Sourcing() {}

    /**
     * @param needs by line; lines on one SKU share what is free, the former first; quantities at least 1
     * @param free what can be promised where
     * @param first number of the first reservation; the others follow
     * @return in the order of the needs
     * @throws Refused with {@link NotEnoughStock}, naming every line that is short
     */
    public static List<Sourced> allocate(
            OrderId order, int first, List<Need> needs, List<FreeStock> free, SourcingPolicy policy, Destination to) {
        Map<LocationId, Map<Sku, Long>> stock = byLocation(free);
        everyLineGetsWhatItNeeds(needs, stock);
        List<LocationId> locations = policy.choose(demand(needs), unchangeable(stock), to);
        List<Sourced> sourced = new ArrayList<>();
        for (Need need : needs) {
            long open = need.quantity();
            while (open > 0) {
                LocationId from = bestFor(need.sku(), open, locations, stock);
                int taken = (int) Math.min(open, unitsAt(from, need.sku(), stock));
                if (taken == 0) {
                    throw new IllegalStateException("the policy's locations do not hold the demand: " + locations);
                }
                take(from, need.sku(), taken, stock);
                open -= taken;
                ReservationId reservation = ReservationId.of(order, first + sourced.size());
                sourced.add(new Sourced(need.line(), need.sku(), from, reservation, taken));
            }
        }
        return List.copyOf(sourced);
    }

    private static void everyLineGetsWhatItNeeds(List<Need> needs, Map<LocationId, Map<Sku, Long>> stock) {
        Map<Sku, Long> left = new HashMap<>();
        stock.values().forEach(units -> units.forEach((sku, quantity) -> left.merge(sku, quantity, Long::sum)));
        List<ShortLine> shortLines = new ArrayList<>();
        for (Need need : needs) {
            long available = left.getOrDefault(need.sku(), 0L);
            if (available < need.quantity()) {
                shortLines.add(new ShortLine(need.line(), need.sku(), need.quantity(), (int) available));
            }
            left.put(need.sku(), Math.max(0, available - need.quantity()));
        }
        if (!shortLines.isEmpty()) {
            throw new Refused(new NotEnoughStock(List.copyOf(shortLines)));
        }
    }

    /** The most preferred location that can serve it whole, else the one that serves most of it. */
    private static LocationId bestFor(
            Sku sku, long wanted, List<LocationId> locations, Map<LocationId, Map<Sku, Long>> stock) {
        return locations.stream()
                .max(Comparator.comparingLong((LocationId l) -> Math.min(wanted, unitsAt(l, sku, stock)))
                        .thenComparing(
                                Comparator.comparingInt(locations::indexOf).reversed()))
                .orElseThrow();
    }

    private static Map<Sku, Long> demand(List<Need> needs) {
        Map<Sku, Long> demand = new LinkedHashMap<>();
        needs.forEach(n -> demand.merge(n.sku(), (long) n.quantity(), Long::sum));
        return demand;
    }

    private static Map<LocationId, Map<Sku, Long>> byLocation(List<FreeStock> free) {
        Map<LocationId, Map<Sku, Long>> stock = new HashMap<>();
        for (FreeStock f : free) {
            if (f.quantity() > 0) {
                stock.computeIfAbsent(f.location(), l -> new HashMap<>())
                        .merge(f.sku(), (long) f.quantity(), Long::sum);
            }
        }
        return stock;
    }

    private static Map<LocationId, Map<Sku, Long>> unchangeable(Map<LocationId, Map<Sku, Long>> stock) {
        Map<LocationId, Map<Sku, Long>> copy = new HashMap<>();
        stock.forEach((location, units) -> copy.put(location, Map.copyOf(units)));
        return Map.copyOf(copy);
    }

    private static long unitsAt(LocationId location, Sku sku, Map<LocationId, Map<Sku, Long>> stock) {
        return stock.getOrDefault(location, Map.of()).getOrDefault(sku, 0L);
    }

    private static void take(LocationId location, Sku sku, int quantity, Map<LocationId, Map<Sku, Long>> stock) {
        stock.getOrDefault(location, new HashMap<>()).merge(sku, (long) -quantity, Long::sum);
    }
}

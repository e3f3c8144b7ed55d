package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.InventoryDecider.MOST_UNITS;

import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.inventory.Promises.Allocated;
import io.daybook.domain.inventory.Promises.Hold;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What was promised is promised no more: given back, or ended by itself. */
final class Releasing {
    private Releasing() {}

    static List<InventoryEvent> release(ReleaseReservation c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, Math.min(c.quantity(), MOST_UNITS));
        Instant at = stock.timeOf(c.now());
        Hold hold = stock.promises().holds().get(c.reservation());
        Allocated allocated = stock.promises().allocations().get(c.reservation());
        if (allocated != null) {
            int units = Math.min(c.quantity(), allocated.quantity());
            return List.of(released(c, allocated.order(), units, stock.allocated() - units, at));
        }
        if (hold == null) {
            return List.of();
        }
        return List.of(
                hold.isLiveAt(at)
                        ? released(c, hold.order(), hold.quantity(), stock.allocated(), at)
                        : expired(c, c.reservation(), hold, at));
    }

    static List<InventoryEvent> expire(ExpireReservations c, Stocked stock) {
        Instant at = stock.timeOf(c.now());
        return stock.promises().holds().entrySet().stream()
                .filter(e -> !e.getValue().isLiveAt(at))
                .sorted(Comparator.comparing((Map.Entry<ReservationId, Hold> e) ->
                                e.getValue().expiresAt())
                        .thenComparing(e -> e.getKey().value()))
                .map(e -> expired(c, e.getKey(), e.getValue(), at))
                .toList();
    }

    private static InventoryEvent released(
            ReleaseReservation c, OrderId order, int quantity, int stillAllocated, Instant at) {
        return new ReservationReleased(
                c.sku(), c.location(), c.reservation(), order, quantity, stillAllocated, c.reason(), at);
    }

    /** A hold that has ended is tidied away. */
    static InventoryEvent expired(InventoryCommand c, ReservationId id, Hold hold, Instant at) {
        return new ReservationExpired(c.sku(), c.location(), id, hold.order(), hold.quantity(), hold.expiresAt(), at);
    }
}

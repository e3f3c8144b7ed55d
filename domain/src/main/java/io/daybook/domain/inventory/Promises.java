package io.daybook.domain.inventory;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The units of one item that somebody was promised.
 *
 * @param holds promises that end by themselves; those that have ended stay until they are tidied away, and count for nothing
 * @param allocations promises that stand until they are shipped or released
 * @param allocated units of all allocations
 */
public record Promises(Map<ReservationId, Hold> holds, Map<ReservationId, Allocated> allocations, int allocated) {
    static final Promises NONE = new Promises(Map.of(), Map.of(), 0);

    /** Counts while the time is before {@code expiresAt}. */
    public record Hold(OrderId order, int quantity, Instant expiresAt) {
        boolean isLiveAt(Instant time) {
            return time.isBefore(expiresAt);
        }
    }

    /**
     * @param quantity units not shipped yet
     */
    public record Allocated(OrderId order, int quantity) {}

    /** Units under holds that are live at the time. */
    int heldAt(Instant time) {
        int held = 0;
        for (Hold hold : holds.values()) {
            held += hold.isLiveAt(time) ? hold.quantity() : 0;
        }
        return held;
    }

    Promises hold(ReservationId id, Hold hold) {
        return new Promises(with(holds, id, hold), allocations, allocated);
    }

    Promises allocate(ReservationId id, Allocated units) {
        return new Promises(without(holds, id), with(allocations, id, units), allocated + units.quantity());
    }

    Promises drop(ReservationId id) {
        return new Promises(without(holds, id), without(allocations, id), allocated - allocatedTo(id));
    }

    Promises ship(ReservationId id, int quantity) {
        Allocated units = allocations.get(id);
        if (units == null) {
            return this;
        }
        int left = units.quantity() - quantity;
        return left <= 0
                ? drop(id)
                : new Promises(holds, with(allocations, id, new Allocated(units.order(), left)), allocated - quantity);
    }

    /** Units allocated under the reservation and not shipped yet; 0 if there is no such allocation. */
    public int allocatedTo(ReservationId id) {
        Allocated units = allocations.get(id);
        return units == null ? 0 : units.quantity();
    }

    private static <V> Map<ReservationId, V> with(Map<ReservationId, V> map, ReservationId id, V value) {
        Map<ReservationId, V> copy = new HashMap<>(map);
        copy.put(id, value);
        return Collections.unmodifiableMap(copy);
    }

    private static <V> Map<ReservationId, V> without(Map<ReservationId, V> map, ReservationId id) {
        if (!map.containsKey(id)) {
            return map;
        }
        Map<ReservationId, V> copy = new HashMap<>(map);
        copy.remove(id);
        return Collections.unmodifiableMap(copy);
    }
}

package io.daybook.domain.inventory;

import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the events of one item in the plainest way, and says after each whether
 * {@code live holds + allocated + shipped - returned <= received + adjusted}. Only a correction of the shelf may break it, and from
 * then on nothing may make it worse. Knows neither decider nor state, and is quick enough to be asked tens of millions of times.
 */
final class StockOracle {
    private record Held(int units, Instant until) {}

    private final Map<ReservationId, Held> holds = new HashMap<>();
    private final Map<ReservationId, Integer> allocations = new HashMap<>();
    private long received;
    private long adjusted;
    private long shipped;
    private long returned;
    private Instant time = Instant.MIN;
    private long shortBy;

    /** @throws AssertionError if the event cannot be true after those before it */
    void hear(InventoryEvent event) {
        require(!event.decidedAt().isBefore(time), "time runs backwards", event);
        time = event.decidedAt();
        switch (event) {
            case StockReceived e -> {
                received += e.quantity();
                onHandIs(e.onHand(), e);
            }
            case StockAdjusted e -> {
                adjusted += e.delta();
                corrected(e.onHand(), e);
            }
            case StockCounted e -> {
                adjusted += e.delta();
                corrected(e.onHand(), e);
            }
            case InventoryReserved e -> {
                require(time.isBefore(e.expiresAt()), "a hold ends before it begins", e);
                holds.put(e.reservation(), new Held(e.quantity(), e.expiresAt()));
            }
            case ReservationConfirmed e -> {
                holds.remove(e.reservation());
                require(allocations.put(e.reservation(), e.quantity()) == null, "allocated twice", e);
                allocatedIs(e.allocated(), e);
            }
            case ReservationReleased e -> {
                holds.remove(e.reservation());
                allocations.remove(e.reservation());
                allocatedIs(e.allocated(), e);
            }
            case ReservationExpired e -> {
                Held held = holds.remove(e.reservation());
                require(held != null && !time.isBefore(held.until), "a hold is ended before its time", e);
            }
            case StockShipped e -> {
                shipped += e.quantity();
                int left = allocations.getOrDefault(e.reservation(), 0) - e.quantity();
                require(left >= 0, "more is shipped than was allocated", e);
                allocations.put(e.reservation(), left);
                onHandIs(e.onHand(), e);
                allocatedIs(e.allocated(), e);
            }
            case StockReturned e -> {
                returned += e.quantity();
                onHandIs(e.onHand(), e);
            }
        }
        noUnitIsPromisedTwice(event);
    }

    private void corrected(int told, InventoryEvent event) {
        onHandIs(told, event);
        shortBy = over();
    }

    private void noUnitIsPromisedTwice(InventoryEvent event) {
        long over = over();
        require(over <= shortBy, "units are promised twice: " + (over - shortBy), event);
        shortBy = over;
    }

    /** By how many units the invariant is broken, at the time of the last event. */
    private long over() {
        return Math.max(0, liveHolds(time) + allocated() + shipped - returned - received - adjusted);
    }

    /** What can be promised at the time, or at that of the last event if that is later. */
    long free(Instant now) {
        return Math.max(0, onHand() - allocated() - liveHolds(now.isBefore(time) ? time : now));
    }

    private long liveHolds(Instant now) {
        long units = 0;
        for (Held held : holds.values()) {
            units += now.isBefore(held.until) ? held.units : 0;
        }
        return units;
    }

    private long allocated() {
        long units = 0;
        for (int quantity : allocations.values()) {
            units += quantity;
        }
        return units;
    }

    private long onHand() {
        return received + adjusted - shipped + returned;
    }

    private void onHandIs(int told, InventoryEvent event) {
        require(told >= 0 && told == onHand(), "the shelf holds " + onHand(), event);
    }

    private void allocatedIs(int told, InventoryEvent event) {
        require(told == allocated(), "allocated are " + allocated(), event);
    }

    private static void require(boolean holds, String otherwise, InventoryEvent event) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + event);
        }
    }
}

package io.daybook.domain.inventory;

import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ItemFellShort;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.ShortageClosed;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the events of one item in the plainest way, and says after each whether
 * {@code live holds + allocated + shipped - returned <= received + adjusted}, or the item is known to be short by exactly the
 * difference. Only a correction of the shelf may break it, and nothing is promised anew as long as it is broken. Knows neither decider nor state, and is quick enough to be asked tens of millions of times.
 */
final class StockOracle {
    private record Held(int units, Instant until) {}

    private final Map<ReservationId, Held> holds = new HashMap<>();
    private final Set<ReservationId> extended = new HashSet<>();
    private final Map<ReservationId, Integer> allocations = new HashMap<>();
    private long received;
    private long adjusted;
    private long shipped;
    private long returned;
    private Instant time = Instant.MIN;
    private long shortBy;
    private boolean justCorrected;

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
                require(over() == 0, "promised although units are missing", e);
            }
            case ReservationExtended e -> {
                Held held = holds.put(e.reservation(), new Held(e.quantity(), e.expiresAt()));
                require(time.isBefore(e.expiresAt()), "a hold ends before it begins", e);
                require(isLive(held) || over() == 0, "held again although units are missing", e);
                require(extended.add(e.reservation()) || !isLive(held), "extended twice", e);
            }
            case ReservationConfirmed e -> {
                Held held = holds.remove(e.reservation());
                require(allocations.put(e.reservation(), e.quantity()) == null, "allocated twice", e);
                require(isLive(held) || over() == 0, "allocated what is missing", e);
                allocatedIs(e.allocated(), e);
            }
            case ReservationReleased e -> {
                if (holds.remove(e.reservation()) == null) {
                    int left = allocations.getOrDefault(e.reservation(), 0) - e.quantity();
                    require(left >= 0, "more is given back than was allocated", e);
                    allocations.computeIfPresent(e.reservation(), (id, units) -> left == 0 ? null : left);
                }
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
            case ItemFellShort e -> {
                require(e.missing() > 0 && e.missing() == over(), "missing are " + over(), e);
                shortBy = e.missing();
                justCorrected = false;
            }
            case ShortageClosed e -> {
                require(over() == 0, "missing are still " + over(), e);
                shortBy = 0;
            }
        }
        noUnitIsPromisedTwice(event);
    }

    /** What was decided together has been told: the shortage must be known as it is now. */
    void endOfDecision(InventoryEvent last) {
        require(over() == shortBy, "missing are " + over() + ", known are " + shortBy, last);
        justCorrected = false;
    }

    private void corrected(int told, InventoryEvent event) {
        onHandIs(told, event);
        justCorrected = true;
    }

    /** Between a correction and the word of what it means lies no other decision. */
    private void noUnitIsPromisedTwice(InventoryEvent event) {
        require(over() <= shortBy || justCorrected, "promised twice are " + (over() - shortBy), event);
    }

    /** By how many units the invariant is broken, at the time of the last event. */
    private long over() {
        return Math.max(0, liveHolds(time) + allocated() + shipped - returned - received - adjusted);
    }

    /** What can be promised at the time, or at that of the last event if that is later. */
    long free(Instant now) {
        return Math.max(0, onHand() - allocated() - liveHolds(now.isBefore(time) ? time : now));
    }

    private boolean isLive(@Nullable Held held) {
        return held != null && time.isBefore(held.until);
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

package io.daybook.projections.audit;

import io.daybook.domain.inventory.InventoryEvent;
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
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.joined.Hold;
import io.daybook.projections.joined.ItemStock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The account of one item, added up from its events: {@code live holds + allocated + shipped - returned <= received + adjusted}, or the
 * item is known to be short by the difference. What an event tells (on hand, allocated, missing) must be what it adds up to; where it is
 * not, that is said once and the account goes on from what was told, as everybody else did.
 *
 * <p>Longer than 150 lines because it is a case for each event.
 */
final class ItemAccount {
    private record Allocated(String order, int quantity) {}

    private final Map<String, Hold> holds = new HashMap<>();
    private final Map<String, Allocated> allocations = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long received;
    private long adjusted;
    private long shipped;
    private long returned;
    private long allocated;
    private long knownMissing;
    private boolean justCorrected;
    private Instant time = Instant.MIN;
    private long sequence = -1;

    /** @return what is wrong with the event after those before it, in words; mostly nothing */
    List<String> hear(RecordedEvent recorded, InventoryEvent event) {
        wrong.clear();
        require(recorded.sequence() == sequence + 1, "follows on sequence " + sequence);
        sequence = recorded.sequence();
        if (!(event instanceof ItemFellShort)) {
            wrong.addAll(unsaid());
        }
        require(!event.decidedAt().isBefore(time), "is decided before " + time);
        time = event.decidedAt();
        justCorrected = event instanceof StockAdjusted || event instanceof StockCounted;
        addUp(event);
        if (!justCorrected && over() > knownMissing) {
            wrong.add("promises " + (over() - knownMissing) + " units that are not there");
            knownMissing = over();
        }
        return List.copyOf(wrong);
    }

    private void addUp(InventoryEvent event) {
        switch (event) {
            case StockReceived e -> {
                received += e.quantity();
                onHandIs(e.onHand());
            }
            case StockAdjusted e -> {
                adjusted += e.delta();
                onHandIs(e.onHand());
            }
            case StockCounted e -> {
                adjusted += e.delta();
                onHandIs(e.onHand());
            }
            case InventoryReserved e -> hold(e.reservation().value(), e.quantity(), e.expiresAt());
            case ReservationExtended e -> hold(e.reservation().value(), e.quantity(), e.expiresAt());
            case ReservationConfirmed e -> {
                holds.remove(e.reservation().value());
                allocate(e.reservation().value(), new Allocated(e.order().value(), e.quantity()));
                allocatedIs(e.allocated());
            }
            case ReservationReleased e -> {
                if (holds.remove(e.reservation().value()) == null) {
                    int before = allocatedTo(e.reservation().value());
                    require(before >= e.quantity(), "gives back more than was allocated: " + before);
                    allocate(
                            e.reservation().value(),
                            new Allocated(e.order().value(), Math.max(0, before - e.quantity())));
                }
                allocatedIs(e.allocated());
            }
            case ReservationExpired e -> {
                Hold hold = holds.remove(e.reservation().value());
                require(hold != null && !time.isBefore(hold.expiresAt()), "ends a hold before its time");
            }
            case StockShipped e -> {
                shipped += e.quantity();
                int before = allocatedTo(e.reservation().value());
                // a past sale was never promised here
                require(before == 0 || before >= e.quantity(), "ships more than was allocated: " + before);
                allocate(e.reservation().value(), new Allocated(e.order().value(), Math.max(0, before - e.quantity())));
                onHandIs(e.onHand());
                allocatedIs(e.allocated());
            }
            case StockReturned e -> {
                returned += e.quantity();
                onHandIs(e.onHand());
            }
            case ItemFellShort e -> {
                require(e.missing() == over(), "tells " + e.missing() + " missing units; it should be " + over());
                knownMissing = e.missing();
            }
            case ShortageClosed e -> {
                require(over() == 0, "closes a shortage while " + over() + " units are missing");
                knownMissing = 0;
            }
        }
    }

    /** A correction that left units missing, and nobody said so. */
    List<String> unsaid() {
        if (justCorrected && over() > knownMissing) {
            long missing = over();
            knownMissing = missing;
            justCorrected = false;
            return List.of("was not told that " + missing + " units are missing since the correction before");
        }
        return List.of();
    }

    private void hold(String reservation, int quantity, Instant until) {
        require(time.isBefore(until), "holds until a time that is past");
        holds.put(reservation, new Hold(quantity, until));
    }

    private void allocate(String reservation, Allocated units) {
        allocated += units.quantity() - allocatedTo(reservation);
        if (units.quantity() == 0) {
            allocations.remove(reservation);
        } else {
            allocations.put(reservation, units);
        }
    }

    private int allocatedTo(String reservation) {
        Allocated units = allocations.get(reservation);
        return units == null ? 0 : units.quantity();
    }

    private void onHandIs(int told) {
        require(told == onHand() && told >= 0, "tells " + told + " on hand; it should be " + onHand());
        adjusted += told - onHand();
    }

    private void allocatedIs(int told) {
        require(told == allocated, "tells " + told + " allocated; it should be " + allocated);
        allocated = told;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            wrong.add(otherwise);
        }
    }

    private long onHand() {
        return received + adjusted - shipped + returned;
    }

    /** By how many units the promises that count at the time of the last event exceed what is there. */
    private long over() {
        return Math.max(0, live(time).values().stream().mapToInt(Hold::quantity).sum() + allocated - onHand());
    }

    private Map<String, Hold> live(Instant now) {
        Map<String, Hold> live = new TreeMap<>();
        holds.forEach((reservation, hold) -> {
            if (now.isBefore(hold.expiresAt())) {
                live.put(reservation, hold);
            }
        });
        return live;
    }

    /** Sequence of the last event heard, -1 before the first. */
    long sequence() {
        return sequence;
    }

    /** What a view's row must hold after the same events. */
    ItemStock expected() {
        return new ItemStock(Math.toIntExact(onHand()), Math.toIntExact(allocated), live(time));
    }

    long missing() {
        return over();
    }

    /** Orders that were promised units of it for good, at most so many, in the order of their reservations. */
    List<String> orders(int most) {
        return allocations.values().stream()
                .map(Allocated::order)
                .distinct()
                .limit(most)
                .toList();
    }
}

package io.daybook.projections.joined;

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
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stock of one SKU at one location, as its events tell it. Answers for any moment, so it stays right between events.
 *
 * @param onHand units on the shelf
 * @param allocated units promised without end; their number alone, or the row of a best seller would grow with its orders
 * @param holds by reservation those that counted when the last event was decided
 */
public record ItemStock(int onHand, int allocated, Map<String, Hold> holds) {
    /** {@link #sellableFrom()} of what is sellable whatever the time. */
    public static final Instant NOW = Instant.EPOCH;
    /** {@link #sellableFrom()} of what no passing of time makes sellable. */
    public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    static final ItemStock EMPTY = new ItemStock(0, 0, Map.of());

    public ItemStock {
        holds = Collections.unmodifiableMap(new TreeMap<>(holds));
    }

    public ItemStock after(InventoryEvent event) {
        Map<String, Hold> nowHeld = new TreeMap<>(holds);
        // a decision counts holds at a time that never runs backwards, so what had ended for it has ended for good
        nowHeld.values().removeIf(hold -> !event.decidedAt().isBefore(hold.expiresAt()));
        return switch (event) {
            case StockReceived e -> new ItemStock(e.onHand(), allocated, nowHeld);
            case StockAdjusted e -> new ItemStock(e.onHand(), allocated, nowHeld);
            case StockCounted e -> new ItemStock(e.onHand(), allocated, nowHeld);
            case StockReturned e -> new ItemStock(e.onHand(), allocated, nowHeld);
            case StockShipped e -> new ItemStock(e.onHand(), e.allocated(), nowHeld);
            case InventoryReserved e -> {
                nowHeld.put(e.reservation().value(), new Hold(e.quantity(), e.expiresAt()));
                yield new ItemStock(onHand, allocated, nowHeld);
            }
            case ReservationExtended e -> {
                nowHeld.put(e.reservation().value(), new Hold(e.quantity(), e.expiresAt()));
                yield new ItemStock(onHand, allocated, nowHeld);
            }
            case ReservationConfirmed e -> {
                nowHeld.remove(e.reservation().value());
                yield new ItemStock(onHand, e.allocated(), nowHeld);
            }
            case ReservationReleased e -> {
                nowHeld.remove(e.reservation().value());
                yield new ItemStock(onHand, e.allocated(), nowHeld);
            }
            case ReservationExpired e -> {
                nowHeld.remove(e.reservation().value());
                yield new ItemStock(onHand, allocated, nowHeld);
            }
            // what is missing follows from the rest, at any moment
            case ItemFellShort e -> new ItemStock(onHand, allocated, nowHeld);
            case ShortageClosed e -> new ItemStock(onHand, allocated, nowHeld);
        };
    }

    /** Units under holds that still count at {@code now}. */
    public int held(Instant now) {
        return holds.values().stream()
                .filter(hold -> now.isBefore(hold.expiresAt()))
                .mapToInt(Hold::quantity)
                .sum();
    }

    /** Units that can be promised at {@code now}, at least 0. */
    public int sellable(Instant now) {
        return Math.max(0, onHand - allocated - held(now));
    }

    /** Units promised at {@code now} that do not lie on the shelf, at least 0. */
    public int missing(Instant now) {
        return Math.max(0, allocated + held(now) - onHand);
    }

    /** From when a unit is sellable if no further event comes: {@link #NOW}, the end of a hold, or {@link #NEVER}. */
    public Instant sellableFrom() {
        List<Hold> byEnd = holds.values().stream()
                .sorted(Comparator.comparing(Hold::expiresAt))
                .toList();
        int free = onHand - allocated - byEnd.stream().mapToInt(Hold::quantity).sum();
        if (free > 0) {
            return NOW;
        }
        for (Hold hold : byEnd) {
            free += hold.quantity();
            if (free > 0) {
                return hold.expiresAt();
            }
        }
        return NEVER;
    }
}

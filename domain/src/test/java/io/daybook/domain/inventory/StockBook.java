package io.daybook.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A second bookkeeper, who knows nothing of {@link InventoryItem} and keeps the books of one item from its events alone, to prove
 * that the decisions never promise a unit twice and never lose one.
 */
final class StockBook {
    private record Promise(int quantity, Instant until) {}

    private final Map<ReservationId, Promise> promises = new HashMap<>();
    private long moved;
    private int onHand;
    private boolean lowered;
    private Instant last = Instant.MIN;

    /** Runs wishes one after the other and checks the books after each. */
    static void keep(
            List<InventoryCommand> wishes, BiFunction<InventoryCommand, InventoryItem, List<InventoryEvent>> decider) {
        StockBook book = new StockBook();
        InventoryItem item = InventoryItem.initial();
        for (InventoryCommand wish : wishes) {
            List<InventoryEvent> events = decided(wish, item, decider);
            for (InventoryEvent event : events) {
                item = InventoryItem.evolve(item, event);
                book.write(event);
            }
            book.check(item, wish.now());
        }
    }

    /** Refusals are fine; anything else that is thrown is a defect and passes through. */
    private static List<InventoryEvent> decided(
            InventoryCommand wish,
            InventoryItem item,
            BiFunction<InventoryCommand, InventoryItem, List<InventoryEvent>> decider) {
        try {
            return decider.apply(wish, item);
        } catch (Refused refused) {
            assertThat(refused.refusal()).isInstanceOf(InventoryRefusal.class);
            return List.of();
        }
    }

    private void write(InventoryEvent event) {
        assertThat(event.decidedAt()).as("time runs forward").isAfterOrEqualTo(last);
        last = event.decidedAt();
        switch (event) {
            case StockReceived e -> move(e.quantity(), e.onHand());
            case StockAdjusted e -> correct(e.delta(), e.onHand());
            case StockCounted e -> correct(e.delta(), e.onHand());
            case InventoryReserved e -> promises.put(e.reservation(), new Promise(e.quantity(), e.expiresAt()));
            case ReservationExtended e -> promises.put(e.reservation(), new Promise(e.quantity(), e.expiresAt()));
            case ReservationConfirmed e -> {
                promises.put(e.reservation(), new Promise(e.quantity(), Instant.MAX));
                allocatedIs(e.allocated());
            }
            case ReservationReleased e -> {
                promises.computeIfPresent(
                        e.reservation(),
                        (id, p) -> p.quantity == e.quantity() ? null : new Promise(p.quantity - e.quantity(), p.until));
                allocatedIs(e.allocated());
            }
            case ReservationExpired e -> {
                assertThat(e.expiredAt()).as("only what has ended is tidied").isBeforeOrEqualTo(e.decidedAt());
                promises.remove(e.reservation());
            }
            case StockShipped e -> {
                move(-e.quantity(), e.onHand());
                promises.computeIfPresent(
                        e.reservation(),
                        (id, p) -> p.quantity == e.quantity() ? null : new Promise(p.quantity - e.quantity(), p.until));
                allocatedIs(e.allocated());
            }
            case StockReturned e -> move(e.quantity(), e.onHand());
            case ItemFellShort e ->
                assertThat(e.missing()).as("what is missing").isPositive().isEqualTo(promised(last) - onHand);
            case ShortageClosed e ->
                assertThat(promised(last)).as("nothing is missing").isLessThanOrEqualTo(onHand);
        }
    }

    private void allocatedIs(int told) {
        int allocated = promises.values().stream()
                .filter(p -> p.until.equals(Instant.MAX))
                .mapToInt(Promise::quantity)
                .sum();
        assertThat(told).as("what is allocated, as told").isEqualTo(allocated);
    }

    private void move(int delta, int told) {
        moved += delta;
        onHand = told;
    }

    private void correct(int delta, int told) {
        lowered |= delta < 0;
        move(delta, told);
    }

    private void check(InventoryItem item, Instant now) {
        assertThat(onHand).as("the shelf as told").isEqualTo(moved).isNotNegative();
        assertThat(item.onHand()).as("the shelf as known").isEqualTo(onHand);
        assertThat(item.sellable(now))
                .as("what is free, never below zero")
                .isEqualTo(Math.max(0, onHand - promised(now)));
        if (!lowered) {
            assertThat(promised(last))
                    .as("promised units of a shelf that nobody corrected")
                    .isLessThanOrEqualTo(onHand);
        }
    }

    private int promised(Instant now) {
        Instant time = now.isBefore(last) ? last : now;
        return promises.values().stream()
                .filter(p -> time.isBefore(p.until))
                .mapToInt(Promise::quantity)
                .sum();
    }
}

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
import io.daybook.domain.inventory.Promises.Allocated;
import io.daybook.domain.inventory.Promises.Hold;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The stock of one SKU at one location at one moment: never heard of, on the books, or promised beyond what is there. */
public sealed interface InventoryItem {
    /** Units on the shelf. */
    int onHand();

    /** Units that are promised for good and not shipped yet. */
    int allocated();

    /**
     * Units that can be promised now.
     *
     * @param now the caller's clock; a clock behind that of the last event counts as the latter
     * @return 0 or more, also where a count has found fewer units than are promised
     */
    int sellable(Instant now);

    /** Promised units that do not lie on the shelf, as the last decision told; 0 unless the item has fallen short. */
    default int missing() {
        return 0;
    }

    /** Units by which the promises that count at the time exceed the shelf, at least 0. */
    default int missingAt(Instant time) {
        return stock().missingAt(time);
    }

    /**
     * Whose promises make the item short at the time: those that came last, as few as hold the missing units. A hold comes after every
     * allocation, since nobody was told yet that it is for good.
     *
     * @return the latest first; empty if nothing is missing
     */
    default List<OrderId> overPromised(Instant time) {
        return Shortage.overPromised(stock(), stock().timeOf(time));
    }

    record Unknown() implements InventoryItem {
        @Override
        public int onHand() {
            return 0;
        }

        @Override
        public int allocated() {
            return 0;
        }

        @Override
        public int sellable(Instant now) {
            return 0;
        }
    }

    /**
     * @param returns the last {@value MOST_RETURNS} returns, oldest first. A return's order remembers all of its own and decides in
     *     the same commit, so this memory only has to stop the near repeat of a caller that returns stock directly. Receipts,
     *     shipments and past sales are not remembered here at all: a delivery note may well arrive in parts under one reference,
     *     and shipments are known to their order.
     * @param lastDecidedAt no later decision counts holds at an earlier time
     */
    record Stocked(int onHand, Promises promises, List<Return> returns, Instant lastDecidedAt)
            implements InventoryItem {
        static final int MOST_RETURNS = 100;
        static final Stocked EMPTY = new Stocked(0, Promises.NONE, List.of(), Instant.MIN);

        @Override
        public int allocated() {
            return promises.allocated();
        }

        @Override
        public int sellable(Instant now) {
            return Math.max(0, onHand - promises.allocated() - promises.heldAt(timeOf(now)));
        }

        @Override
        public int missingAt(Instant time) {
            return Math.max(0, promises.allocated() + promises.heldAt(timeOf(time)) - onHand);
        }

        /** The time a decision counts at: {@code now}, unless the item has already been decided about at a later time. */
        public Instant timeOf(Instant now) {
            return now.isBefore(lastDecidedAt) ? lastDecidedAt : now;
        }

        private Stocked shelf(int units) {
            return new Stocked(units, promises, returns, lastDecidedAt);
        }

        private Stocked promising(Promises changed) {
            return new Stocked(onHand, changed, returns, lastDecidedAt);
        }

        private Stocked remembering(Return last) {
            List<Return> all =
                    new ArrayList<>(returns.subList(Math.max(0, returns.size() - MOST_RETURNS + 1), returns.size()));
            all.add(last);
            return new Stocked(onHand, promises, Collections.unmodifiableList(all), lastDecidedAt);
        }

        private Stocked decidedAt(Instant time) {
            return new Stocked(onHand, promises, returns, timeOf(time));
        }
    }

    /**
     * A shelf that was found to hold less than is promised from it. What is missing may become less by the mere passing of time, as
     * holds end; nothing new is promised as long as anything is missing.
     *
     * @param missing as the last decision told, at least 1
     */
    record FallenShort(Stocked stock, int missing) implements InventoryItem {
        @Override
        public int onHand() {
            return stock.onHand();
        }

        @Override
        public int allocated() {
            return stock.allocated();
        }

        @Override
        public int sellable(Instant now) {
            return stock.sellable(now);
        }
    }

    /** Names of returns are given per order, so only both together tell one from another. */
    record Return(OrderId order, String returnId) {}

    static InventoryItem initial() {
        return new Unknown();
    }

    /** What is on the books, nothing of an unknown item. */
    default Stocked stock() {
        return switch (this) {
            case Unknown i -> Stocked.EMPTY;
            case Stocked i -> i;
            case FallenShort i -> i.stock;
        };
    }

    static InventoryItem evolve(InventoryItem item, InventoryEvent event) {
        Stocked before = item.stock();
        Promises promises = before.promises();
        Stocked after = switch (event) {
            case StockReceived e -> before.shelf(e.onHand());
            case StockAdjusted e -> before.shelf(e.onHand());
            case StockCounted e -> before.shelf(e.onHand());
            case InventoryReserved e ->
                before.promising(
                        promises.hold(e.reservation(), new Hold(e.order(), e.quantity(), e.expiresAt(), false)));
            case ReservationExtended e ->
                before.promising(
                        promises.hold(e.reservation(), new Hold(e.order(), e.quantity(), e.expiresAt(), true)));
            case ReservationConfirmed e ->
                before.promising(
                        promises.allocate(e.reservation(), new Allocated(e.order(), e.quantity(), e.decidedAt())));
            case ReservationReleased e -> before.promising(promises.giveBack(e.reservation(), e.quantity()));
            case ReservationExpired e -> before.promising(promises.drop(e.reservation()));
            case StockShipped e -> before.shelf(e.onHand()).promising(promises.lessen(e.reservation(), e.quantity()));
            case StockReturned e -> before.shelf(e.onHand()).remembering(new Return(e.order(), e.returnId()));
            case ItemFellShort e -> before;
            case ShortageClosed e -> before;
        };
        return fallenShort(after.decidedAt(event.decidedAt()), missingAfter(item, event));
    }

    private static int missingAfter(InventoryItem item, InventoryEvent event) {
        return event instanceof ItemFellShort e ? e.missing() : event instanceof ShortageClosed ? 0 : item.missing();
    }

    private static InventoryItem fallenShort(Stocked stock, int missing) {
        return missing == 0 ? stock : new FallenShort(stock, missing);
    }
}

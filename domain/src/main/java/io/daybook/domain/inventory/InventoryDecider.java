package io.daybook.domain.inventory;

import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ExpireReservations;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryCommand.RecordPastSale;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExpired;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.inventory.InventoryEvent.ReservationReleased;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.inventory.InventoryItem.FallenShort;
import io.daybook.domain.inventory.InventoryItem.Return;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.inventory.InventoryItem.Unknown;
import io.daybook.domain.inventory.Promises.Allocated;
import io.daybook.domain.inventory.Promises.Hold;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Decides what becomes of a wish about the stock of one SKU at one location.
 *
 * <p>Doing again what was done changes nothing: reserving, extending, confirming or releasing under the same reservation, returning under the
 * same return. A release of a reservation that is not there is such a repeat, too: it has ended, was released, or has been shipped.
 * A confirmation of a reservation that is not there is not: its hold may have been tidied away, so free units are sought for it; that
 * a shipped order is not confirmed again is for the order to see, which decides in the same commit.
 *
 * <p>Whatever changes by how much promises exceed the shelf says so in the same decision: see {@link Shortage}.
 *
 * <p>Receiving, counting and returning make an item known; every other wish about an unknown item is refused.
 *
 * <p>Longer than 150 lines because it is one line and one rule for each of eleven commands, which are read together.
 */
public final class InventoryDecider {
    /** Of any quantity and of any shelf; sums of two stay within an {@code int}. */
    public static final int MOST_UNITS = 1_000_000_000;

    private InventoryDecider() {}

    /**
     * @return what happened; empty if nothing changes
     * @throws Refused with an {@link InventoryRefusal}
     */
    public static List<InventoryEvent> decide(InventoryCommand command, InventoryItem item) {
        return Shortage.told(item, granted(command, item));
    }

    private static List<InventoryEvent> granted(InventoryCommand command, InventoryItem item) {
        return switch (command) {
            case ReceiveStock c -> receive(c, item.stock());
            case AdjustStock c -> adjust(c, anItemIsKnown(c, item));
            case CountStock c -> count(c, item);
            case ReserveStock c -> reserve(c, anItemIsKnown(c, item));
            case ExtendReservation c -> extend(c, anItemIsKnown(c, item));
            case ConfirmReservation c -> confirm(c, anItemIsKnown(c, item));
            case ReleaseReservation c -> release(c, anItemIsKnown(c, item));
            case ExpireReservations c -> expire(c, anItemIsKnown(c, item));
            case ShipStock c -> ship(c, anItemIsKnown(c, item));
            case ReturnStock c -> takeBack(c, item.stock());
            case RecordPastSale c -> recordPastSale(c, anItemIsKnown(c, item));
        };
    }

    private static List<InventoryEvent> receive(ReceiveStock c, Stocked stock) {
        aQuantityIsPositive(c, c.quantity());
        int onHand = aShelfIsNotOverfilled(c, "quantity", c.quantity(), stock);
        return List.of(
                new StockReceived(c.sku(), c.location(), c.reference(), c.quantity(), onHand, stock.timeOf(c.now())));
    }

    private static List<InventoryEvent> adjust(AdjustStock c, Stocked stock) {
        anAdjustmentChangesSomething(c);
        aShelfHoldsWhatIsTaken(c, -c.delta(), stock);
        int onHand = aShelfIsNotOverfilled(c, "delta", c.delta(), stock);
        return List.of(new StockAdjusted(c.sku(), c.location(), c.delta(), c.reason(), onHand, stock.timeOf(c.now())));
    }

    /** A count that agrees with the book is no news, unless it is the first that is heard of the item. */
    private static List<InventoryEvent> count(CountStock c, InventoryItem item) {
        aCountIsNotNegative(c);
        Stocked stock = item.stock();
        int delta = c.counted() - stock.onHand();
        return delta == 0 && !(item instanceof Unknown)
                ? List.of()
                : List.of(new StockCounted(
                        c.sku(), c.location(), c.reference(), delta, c.counted(), stock.timeOf(c.now())));
    }

    private static List<InventoryEvent> reserve(ReserveStock c, Stocked stock) {
        aQuantityIsPositive(c, c.quantity());
        Instant at = stock.timeOf(c.now());
        Hold hold = stock.promises().holds().get(c.reservation());
        Allocated allocated = stock.promises().allocations().get(c.reservation());
        if (allocated != null) {
            aReservationKeepsItsTerms(c, c.reservation(), allocated.order().equals(c.order()));
            return List.of();
        }
        if (hold != null && hold.isLiveAt(at)) {
            aReservationKeepsItsTerms(
                    c, c.reservation(), hold.order().equals(c.order()) && hold.quantity() == c.quantity());
            return List.of();
        }
        aHoldEndsAfterItBegins(c, c.reservation(), c.expiresAt(), at);
        unitsAreFree(c, c.quantity(), stock.sellable(at));
        List<InventoryEvent> events = new ArrayList<>();
        if (hold != null) {
            events.add(expired(c, c.reservation(), hold, at));
        }
        events.add(new InventoryReserved(
                c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), c.expiresAt(), at));
        return List.copyOf(events);
    }

    private static List<InventoryEvent> extend(ExtendReservation c, Stocked stock) {
        aQuantityIsPositive(c, c.quantity());
        Instant at = stock.timeOf(c.now());
        Hold hold = stock.promises().holds().get(c.reservation());
        Allocated allocated = stock.promises().allocations().get(c.reservation());
        if (allocated != null) {
            aReservationKeepsItsTerms(c, c.reservation(), allocated.order().equals(c.order()));
            return List.of();
        }
        if (hold != null) {
            aReservationKeepsItsTerms(
                    c, c.reservation(), hold.order().equals(c.order()) && hold.quantity() == c.quantity());
            if (hold.extended() && hold.expiresAt().equals(c.expiresAt())) {
                return List.of();
            }
            aHoldIsExtendedOnce(c, hold);
            anExtensionIsLonger(c, hold);
        }
        aHoldEndsAfterItBegins(c, c.reservation(), c.expiresAt(), at);
        if (hold == null || !hold.isLiveAt(at)) {
            unitsAreFree(c, c.quantity(), stock.sellable(at));
        }
        return List.of(new ReservationExtended(
                c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), c.expiresAt(), at));
    }

    private static List<InventoryEvent> confirm(ConfirmReservation c, Stocked stock) {
        aQuantityIsPositive(c, c.quantity());
        Instant at = stock.timeOf(c.now());
        Hold hold = stock.promises().holds().get(c.reservation());
        Allocated allocated = stock.promises().allocations().get(c.reservation());
        if (allocated != null) {
            aReservationKeepsItsTerms(c, c.reservation(), allocated.order().equals(c.order()));
            return List.of();
        }
        if (hold != null) {
            aReservationKeepsItsTerms(
                    c, c.reservation(), hold.order().equals(c.order()) && hold.quantity() == c.quantity());
        }
        if (hold == null || !hold.isLiveAt(at)) {
            unitsAreFree(c, c.quantity(), stock.sellable(at));
        }
        int nowAllocated = stock.allocated() + c.quantity();
        return List.of(new ReservationConfirmed(
                c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), nowAllocated, at));
    }

    private static List<InventoryEvent> release(ReleaseReservation c, Stocked stock) {
        aQuantityIsPositive(c, Math.min(c.quantity(), MOST_UNITS));
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

    private static List<InventoryEvent> expire(ExpireReservations c, Stocked stock) {
        Instant at = stock.timeOf(c.now());
        return stock.promises().holds().entrySet().stream()
                .filter(e -> !e.getValue().isLiveAt(at))
                .sorted(Comparator.comparing((Map.Entry<ReservationId, Hold> e) ->
                                e.getValue().expiresAt())
                        .thenComparing(e -> e.getKey().value()))
                .map(e -> expired(c, e.getKey(), e.getValue(), at))
                .toList();
    }

    private static List<InventoryEvent> ship(ShipStock c, Stocked stock) {
        aQuantityIsPositive(c, c.quantity());
        Allocated allocated = onlyAllocatedUnitsAreShipped(c, stock.promises());
        aShelfHoldsWhatIsTaken(c, c.quantity(), stock);
        return List.of(new StockShipped(
                c.sku(),
                c.location(),
                c.reservation(),
                allocated.order(),
                c.quantity(),
                stock.onHand() - c.quantity(),
                stock.allocated() - c.quantity(),
                stock.timeOf(c.now())));
    }

    private static List<InventoryEvent> takeBack(ReturnStock c, Stocked stock) {
        aQuantityIsPositive(c, c.quantity());
        if (stock.returns().contains(new Return(c.order(), c.returnId()))) {
            return List.of();
        }
        int onHand = aShelfIsNotOverfilled(c, "quantity", c.quantity(), stock);
        return List.of(new StockReturned(
                c.sku(), c.location(), c.order(), c.returnId(), c.quantity(), onHand, stock.timeOf(c.now())));
    }

    /** A past sale takes free units only, so that importing history into a living shop breaks no promise. */
    private static List<InventoryEvent> recordPastSale(RecordPastSale c, Stocked stock) {
        aQuantityIsPositive(c, c.quantity());
        Promises promises = stock.promises();
        aReservationKeepsItsTerms(
                c,
                c.reservation(),
                !promises.holds().containsKey(c.reservation())
                        && !promises.allocations().containsKey(c.reservation()));
        aShelfHoldsWhatIsTaken(c, c.quantity(), stock);
        unitsAreFree(c, c.quantity(), stock.sellable(c.now()));
        return List.of(new StockShipped(
                c.sku(),
                c.location(),
                c.reservation(),
                c.order(),
                c.quantity(),
                stock.onHand() - c.quantity(),
                stock.allocated(),
                stock.timeOf(c.now())));
    }

    private static InventoryEvent released(
            ReleaseReservation c, OrderId order, int quantity, int stillAllocated, Instant at) {
        return new ReservationReleased(
                c.sku(), c.location(), c.reservation(), order, quantity, stillAllocated, c.reason(), at);
    }

    private static InventoryEvent expired(InventoryCommand c, ReservationId id, Hold hold, Instant at) {
        return new ReservationExpired(c.sku(), c.location(), id, hold.order(), hold.quantity(), hold.expiresAt(), at);
    }

    // The rules.

    private static Stocked anItemIsKnown(InventoryCommand c, InventoryItem item) {
        return switch (item) {
            case Unknown i -> throw new Refused(new InventoryRefusal.UnknownItem(itemOf(c)));
            case Stocked i -> i;
            case FallenShort i -> i.stock();
        };
    }

    private static void aQuantityIsPositive(InventoryCommand c, int quantity) {
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw new Refused(new InventoryRefusal.BadQuantity(itemOf(c), "quantity", quantity, "1 to " + MOST_UNITS));
        }
    }

    private static void anAdjustmentChangesSomething(AdjustStock c) {
        if (c.delta() == 0 || c.delta() < -MOST_UNITS || c.delta() > MOST_UNITS) {
            throw new Refused(new InventoryRefusal.BadQuantity(
                    itemOf(c), "delta", c.delta(), "-" + MOST_UNITS + " to " + MOST_UNITS + " and not 0"));
        }
    }

    private static void aCountIsNotNegative(CountStock c) {
        if (c.counted() < 0 || c.counted() > MOST_UNITS) {
            throw new Refused(
                    new InventoryRefusal.BadQuantity(itemOf(c), "counted", c.counted(), "0 to " + MOST_UNITS));
        }
    }

    private static int aShelfIsNotOverfilled(InventoryCommand c, String field, int added, Stocked stock) {
        int onHand = stock.onHand() + added;
        if (onHand > MOST_UNITS) {
            throw new Refused(new InventoryRefusal.TooMuchStock(itemOf(c), field, added, stock.onHand()));
        }
        return onHand;
    }

    private static void aShelfHoldsWhatIsTaken(InventoryCommand c, int taken, Stocked stock) {
        if (taken > stock.onHand()) {
            throw new Refused(new InventoryRefusal.BelowZero(itemOf(c), taken, stock.onHand()));
        }
    }

    private static void unitsAreFree(InventoryCommand c, int wanted, int available) {
        if (wanted > available) {
            throw new Refused(new InventoryRefusal.NotEnoughStock(itemOf(c), wanted, available));
        }
    }

    private static void aHoldEndsAfterItBegins(InventoryCommand c, ReservationId id, Instant expiresAt, Instant at) {
        if (!at.isBefore(expiresAt)) {
            throw new Refused(new InventoryRefusal.HoldInThePast(itemOf(c), id, expiresAt, at));
        }
    }

    private static void aHoldIsExtendedOnce(ExtendReservation c, Hold hold) {
        if (hold.extended()) {
            throw new Refused(new InventoryRefusal.AlreadyExtended(itemOf(c), c.reservation(), hold.expiresAt()));
        }
    }

    private static void anExtensionIsLonger(ExtendReservation c, Hold hold) {
        if (!hold.expiresAt().isBefore(c.expiresAt())) {
            throw new Refused(
                    new InventoryRefusal.NotLonger(itemOf(c), c.reservation(), c.expiresAt(), hold.expiresAt()));
        }
    }

    private static void aReservationKeepsItsTerms(InventoryCommand c, ReservationId id, boolean same) {
        if (!same) {
            throw new Refused(new InventoryRefusal.ReservationDiffers(itemOf(c), id));
        }
    }

    private static Allocated onlyAllocatedUnitsAreShipped(ShipStock c, Promises promises) {
        Allocated allocated = promises.allocations().get(c.reservation());
        if (allocated == null && !promises.holds().containsKey(c.reservation())) {
            throw new Refused(new InventoryRefusal.UnknownReservation(itemOf(c), c.reservation()));
        }
        if (allocated == null || allocated.quantity() < c.quantity()) {
            throw new Refused(new InventoryRefusal.NotAllocated(
                    itemOf(c), c.reservation(), c.quantity(), promises.allocatedTo(c.reservation())));
        }
        return allocated;
    }

    private static ItemId itemOf(InventoryCommand c) {
        return new ItemId(c.sku(), c.location());
    }
}

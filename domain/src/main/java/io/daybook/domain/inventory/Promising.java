package io.daybook.domain.inventory;

import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.ReservationExtended;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.inventory.Promises.Allocated;
import io.daybook.domain.inventory.Promises.Hold;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is promised from the shelf: held for a time, or allocated for good. */
final class Promising {
    private Promising() {}

    static List<InventoryEvent> reserve(ReserveStock c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, c.quantity());
        if (isAllocated(c, c.reservation(), c.order(), stock)) {
            return List.of();
        }
        Instant at = stock.timeOf(c.now());
        Hold hold = stock.promises().holds().get(c.reservation());
        if (hold != null && hold.isLiveAt(at)) {
            aHoldKeepsItsTerms(c, c.reservation(), hold, c.order(), c.quantity());
            return List.of();
        }
        aHoldEndsAfterItBegins(c, c.reservation(), c.expiresAt(), at);
        StockRules.unitsAreFree(c, c.quantity(), stock.sellable(at));
        List<InventoryEvent> events = new ArrayList<>();
        if (hold != null) {
            events.add(Releasing.expired(c, c.reservation(), hold, at));
        }
        events.add(new InventoryReserved(
                c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), c.expiresAt(), at));
        return List.copyOf(events);
    }

    static List<InventoryEvent> extend(ExtendReservation c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, c.quantity());
        if (isAllocated(c, c.reservation(), c.order(), stock)) {
            return List.of();
        }
        Instant at = stock.timeOf(c.now());
        Hold hold = stock.promises().holds().get(c.reservation());
        if (hold != null) {
            aHoldKeepsItsTerms(c, c.reservation(), hold, c.order(), c.quantity());
            if (hold.extended() && hold.expiresAt().equals(c.expiresAt())) {
                return List.of();
            }
            aHoldIsExtendedOnce(c, hold);
            anExtensionIsLonger(c, hold);
        }
        aHoldEndsAfterItBegins(c, c.reservation(), c.expiresAt(), at);
        unitsAreHeldOrFree(c, hold, c.quantity(), stock, at);
        return List.of(new ReservationExtended(
                c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), c.expiresAt(), at));
    }

    static List<InventoryEvent> confirm(ConfirmReservation c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, c.quantity());
        if (isAllocated(c, c.reservation(), c.order(), stock)) {
            return List.of();
        }
        Instant at = stock.timeOf(c.now());
        Hold hold = stock.promises().holds().get(c.reservation());
        if (hold != null) {
            aHoldKeepsItsTerms(c, c.reservation(), hold, c.order(), c.quantity());
        }
        unitsAreHeldOrFree(c, hold, c.quantity(), stock, at);
        int nowAllocated = stock.allocated() + c.quantity();
        return List.of(new ReservationConfirmed(
                c.sku(), c.location(), c.reservation(), c.order(), c.quantity(), nowAllocated, at));
    }

    /** What is allocated was asked for before: nothing more can come of holding or confirming it. */
    private static boolean isAllocated(InventoryCommand c, ReservationId id, OrderId order, Stocked stock) {
        Allocated allocated = stock.promises().allocations().get(id);
        if (allocated != null) {
            StockRules.aReservationKeepsItsTerms(c, id, allocated.order().equals(order));
        }
        return allocated != null;
    }

    private static void aHoldKeepsItsTerms(
            InventoryCommand c, ReservationId id, Hold hold, OrderId order, int quantity) {
        StockRules.aReservationKeepsItsTerms(c, id, hold.order().equals(order) && hold.quantity() == quantity);
    }

    private static void unitsAreHeldOrFree(
            InventoryCommand c, @Nullable Hold hold, int quantity, Stocked stock, Instant at) {
        if (hold == null || !hold.isLiveAt(at)) {
            StockRules.unitsAreFree(c, quantity, stock.sellable(at));
        }
    }

    private static void aHoldEndsAfterItBegins(InventoryCommand c, ReservationId id, Instant expiresAt, Instant at) {
        if (!at.isBefore(expiresAt)) {
            throw new Refused(new InventoryRefusal.HoldInThePast(c.item(), id, expiresAt, at));
        }
    }

    private static void aHoldIsExtendedOnce(ExtendReservation c, Hold hold) {
        if (hold.extended()) {
            throw new Refused(new InventoryRefusal.AlreadyExtended(c.item(), c.reservation(), hold.expiresAt()));
        }
    }

    private static void anExtensionIsLonger(ExtendReservation c, Hold hold) {
        if (!hold.expiresAt().isBefore(c.expiresAt())) {
            throw new Refused(
                    new InventoryRefusal.NotLonger(c.item(), c.reservation(), c.expiresAt(), hold.expiresAt()));
        }
    }
}

package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.InventoryDecider.MOST_UNITS;

import io.daybook.domain.inventory.InventoryCommand.AdjustStock;
import io.daybook.domain.inventory.InventoryCommand.CountStock;
import io.daybook.domain.inventory.InventoryCommand.ReceiveStock;
import io.daybook.domain.inventory.InventoryCommand.RecordPastSale;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import io.daybook.domain.inventory.InventoryEvent.StockAdjusted;
import io.daybook.domain.inventory.InventoryEvent.StockCounted;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.InventoryEvent.StockReturned;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.inventory.InventoryItem.Return;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.inventory.InventoryItem.Unknown;
import io.daybook.domain.inventory.Promises.Allocated;
import io.daybook.domain.kernel.Refused;
import java.util.List;

/** What is put onto the shelf, taken off it, and found there. */
final class Shelving {
    private Shelving() {}

    static List<InventoryEvent> receive(ReceiveStock c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, c.quantity());
        int onHand = aShelfIsNotOverfilled(c, "quantity", c.quantity(), stock);
        return List.of(
                new StockReceived(c.sku(), c.location(), c.reference(), c.quantity(), onHand, stock.timeOf(c.now())));
    }

    static List<InventoryEvent> adjust(AdjustStock c, Stocked stock) {
        anAdjustmentChangesSomething(c);
        aShelfHoldsWhatIsTaken(c, -c.delta(), stock);
        int onHand = aShelfIsNotOverfilled(c, "delta", c.delta(), stock);
        return List.of(new StockAdjusted(c.sku(), c.location(), c.delta(), c.reason(), onHand, stock.timeOf(c.now())));
    }

    /** A count that agrees with the book is no news, unless it is the first that is heard of the item. */
    static List<InventoryEvent> count(CountStock c, InventoryItem item) {
        aCountIsNotNegative(c);
        Stocked stock = item.stock();
        int delta = c.counted() - stock.onHand();
        return delta == 0 && !(item instanceof Unknown)
                ? List.of()
                : List.of(new StockCounted(
                        c.sku(), c.location(), c.reference(), delta, c.counted(), stock.timeOf(c.now())));
    }

    static List<InventoryEvent> ship(ShipStock c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, c.quantity());
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

    static List<InventoryEvent> takeBack(ReturnStock c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, c.quantity());
        if (stock.returns().contains(new Return(c.order(), c.returnId()))) {
            return List.of();
        }
        int onHand = aShelfIsNotOverfilled(c, "quantity", c.quantity(), stock);
        return List.of(new StockReturned(
                c.sku(), c.location(), c.order(), c.returnId(), c.quantity(), onHand, stock.timeOf(c.now())));
    }

    /** A past sale takes free units only, so that importing history into a living shop breaks no promise. */
    static List<InventoryEvent> recordPastSale(RecordPastSale c, Stocked stock) {
        StockRules.aQuantityIsPositive(c, c.quantity());
        Promises promises = stock.promises();
        StockRules.aReservationKeepsItsTerms(
                c,
                c.reservation(),
                !promises.holds().containsKey(c.reservation())
                        && !promises.allocations().containsKey(c.reservation()));
        aShelfHoldsWhatIsTaken(c, c.quantity(), stock);
        StockRules.unitsAreFree(c, c.quantity(), stock.sellable(c.now()));
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

    private static void anAdjustmentChangesSomething(AdjustStock c) {
        if (c.delta() == 0 || c.delta() < -MOST_UNITS || c.delta() > MOST_UNITS) {
            throw new Refused(new InventoryRefusal.BadQuantity(
                    c.item(), "delta", c.delta(), "-" + MOST_UNITS + " to " + MOST_UNITS + " and not 0"));
        }
    }

    private static void aCountIsNotNegative(CountStock c) {
        if (c.counted() < 0 || c.counted() > MOST_UNITS) {
            throw new Refused(new InventoryRefusal.BadQuantity(c.item(), "counted", c.counted(), "0 to " + MOST_UNITS));
        }
    }

    private static int aShelfIsNotOverfilled(InventoryCommand c, String field, int added, Stocked stock) {
        int onHand = stock.onHand() + added;
        if (onHand > MOST_UNITS) {
            throw new Refused(new InventoryRefusal.TooMuchStock(c.item(), field, added, stock.onHand()));
        }
        return onHand;
    }

    private static void aShelfHoldsWhatIsTaken(InventoryCommand c, int taken, Stocked stock) {
        if (taken > stock.onHand()) {
            throw new Refused(new InventoryRefusal.BelowZero(c.item(), taken, stock.onHand()));
        }
    }

    private static Allocated onlyAllocatedUnitsAreShipped(ShipStock c, Promises promises) {
        Allocated allocated = promises.allocations().get(c.reservation());
        if (allocated == null && !promises.holds().containsKey(c.reservation())) {
            throw new Refused(new InventoryRefusal.UnknownReservation(c.item(), c.reservation()));
        }
        if (allocated == null || allocated.quantity() < c.quantity()) {
            throw new Refused(new InventoryRefusal.NotAllocated(
                    c.item(), c.reservation(), c.quantity(), promises.allocatedTo(c.reservation())));
        }
        return allocated;
    }
}

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
import io.daybook.domain.inventory.InventoryItem.FallenShort;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.inventory.InventoryItem.Unknown;
import io.daybook.domain.kernel.Refused;
import java.util.List;

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
            case ReceiveStock c -> Shelving.receive(c, item.stock());
            case ReturnStock c -> Shelving.takeBack(c, item.stock());
            case CountStock c -> Shelving.count(c, item);
            case AdjustStock c -> Shelving.adjust(c, anItemIsKnown(c, item));
            case ShipStock c -> Shelving.ship(c, anItemIsKnown(c, item));
            case RecordPastSale c -> Shelving.recordPastSale(c, anItemIsKnown(c, item));

            case ReserveStock c -> Promising.reserve(c, anItemIsKnown(c, item));
            case ExtendReservation c -> Promising.extend(c, anItemIsKnown(c, item));
            case ConfirmReservation c -> Promising.confirm(c, anItemIsKnown(c, item));
            case ReleaseReservation c -> Releasing.release(c, anItemIsKnown(c, item));
            case ExpireReservations c -> Releasing.expire(c, anItemIsKnown(c, item));
        };
    }

    private static Stocked anItemIsKnown(InventoryCommand c, InventoryItem item) {
        return switch (item) {
            case Unknown _ -> throw new Refused(new InventoryRefusal.UnknownItem(c.item()));
            case Stocked i -> i;
            case FallenShort i -> i.stock();
        };
    }
}

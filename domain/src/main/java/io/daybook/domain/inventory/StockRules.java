package io.daybook.domain.inventory;

import static io.daybook.domain.inventory.InventoryDecider.MOST_UNITS;

import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.ReservationId;

/** The rules of an item that wishes of several kinds meet. Each refuses with its own {@link InventoryRefusal}. */
final class StockRules {
    private StockRules() {}

    static void aQuantityIsPositive(InventoryCommand c, int quantity) {
        if (quantity < 1 || quantity > MOST_UNITS) {
            throw new Refused(new InventoryRefusal.BadQuantity(c.item(), "quantity", quantity, "1 to " + MOST_UNITS));
        }
    }

    static void unitsAreFree(InventoryCommand c, int wanted, int available) {
        if (wanted > available) {
            throw new Refused(new InventoryRefusal.NotEnoughStock(c.item(), wanted, available));
        }
    }

    static void aReservationKeepsItsTerms(InventoryCommand c, ReservationId id, boolean same) {
        if (!same) {
            throw new Refused(new InventoryRefusal.ReservationDiffers(c.item(), id));
        }
    }
}

package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.inventory.InventoryCommand.ReturnStock;
import io.daybook.domain.inventory.InventoryCommand.ShipStock;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.Parcel;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;

/** Goods leave with a shipment, in whole or in part, and come back with a return: the order and the shelves know it at once. */
final class ShippingHandler {
    private final Ledger ledger;

    ShippingHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    @CommandHandler
    Receipt handle(ShipItems wish) {
        Page page = ledger.open(wish.order());
        List<Parcel> parcels = page.decided(wish, ItemsShipped.class).stream()
                .flatMap(shipped -> shipped.parcels().stream())
                .toList();
        page.load(Items.shippedFrom(parcels));
        parcels.forEach(
                p -> page.decide(new ShipStock(p.sku(), p.location(), p.reservation(), p.quantity(), wish.now())));
        return page.write();
    }

    @CommandHandler
    Receipt handle(ReturnItems wish) {
        Page page = ledger.open(wish.order());
        Map<ItemId, Integer> units = Items.returnedTo(page.decided(wish, ItemsReturned.class).stream()
                .flatMap(returned -> returned.lines().stream())
                .toList());
        page.load(units.keySet());
        units.forEach((item, quantity) -> page.decide(
                new ReturnStock(item.sku(), item.location(), wish.order(), wish.returnId(), quantity, wish.now())));
        return page.write();
    }
}

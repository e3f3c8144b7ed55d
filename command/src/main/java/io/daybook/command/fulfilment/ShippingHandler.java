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
import io.daybook.domain.payment.PaymentCommand.RequestCapture;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Goods leave with a shipment, in whole or in part, and come back with a return: the order and the shelves know it at once, and what
 * money is to be taken or given back for it.
 */
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
        page.happened(ItemsShipped.class)
                .forEach(s -> page.decide(new RequestCapture(
                        wish.order(), s.shipmentId(), page.order().valueOf(s.parcels()), s.complete(), wish.now())));
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
        page.happened(ItemsReturned.class)
                .forEach(r ->
                        page.decide(new RequestRefund(wish.order(), r.returnId(), r.value(), r.reason(), wish.now())));
        return page.write();
    }
}

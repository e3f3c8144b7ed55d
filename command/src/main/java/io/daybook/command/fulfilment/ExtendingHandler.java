package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Order;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/** Holds last longer while a payment is pending: all of an order in one commit, or none if one has ended and its units are gone. */
final class ExtendingHandler {
    private final Ledger ledger;

    ExtendingHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An order that is no longer placed, or never was, has no holds: nothing happens. */
    @CommandHandler
    Receipt handle(ExtendHolds wish) {
        Page page = ledger.open(wish.order());
        List<Allocation> held = page.order() instanceof Order.Placed order ? order.allocations() : List.of();
        page.load(Items.of(held));
        held.forEach(a -> page.decide(new ExtendReservation(
                a.sku(), a.location(), a.reservation(), wish.order(), a.quantity(), wish.until(), wish.now())));
        return page.write();
    }
}

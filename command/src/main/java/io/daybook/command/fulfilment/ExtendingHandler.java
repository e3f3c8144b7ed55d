package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.inventory.InventoryCommand.ExtendReservation;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderCommand.ExtendHold;
import io.daybook.domain.payment.Payment;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/**
 * An order holds its stock longer while its payment is pending: the order and all its holds in one commit, or none if a hold has ended
 * and its units are gone.
 */
final class ExtendingHandler {
    private final Ledger ledger;

    ExtendingHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An order that is no longer placed, or never was, has no holds, and one that nobody is paying for needs none: nothing happens. */
    @CommandHandler
    Receipt handle(ExtendHolds wish) {
        Page page = ledger.open(wish.order());
        if (page.order() instanceof Order.Placed && isPending(page.payment())) {
            extend(page, wish);
        }
        return page.write();
    }

    private static void extend(Page page, ExtendHolds wish) {
        if (page.decide(new ExtendHold(wish.order(), wish.until(), wish.now()))) {
            List<Allocation> held = page.order().allocations();
            page.load(Items.of(held));
            held.forEach(a -> page.decide(new ExtendReservation(
                    a.sku(), a.location(), a.reservation(), wish.order(), a.quantity(), wish.until(), wish.now())));
        }
    }

    private static boolean isPending(Payment payment) {
        return switch (payment) {
            case Payment.Requested _, Payment.ActionRequired _ -> true;
            case Payment.NotRequested _,
                    Payment.Declined _,
                    Payment.Authorised _,
                    Payment.Releasing _,
                    Payment.Released _ -> false;
        };
    }
}

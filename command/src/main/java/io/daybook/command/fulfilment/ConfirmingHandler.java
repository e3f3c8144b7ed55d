package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryRefusal;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;

/**
 * Confirms an order and makes its holds allocations; gives them back when it is cancelled before anything was shipped.
 *
 * <table>
 * <caption>What a wish does</caption>
 * <tr><td>confirm</td><td>{@code OrderConfirmed}, a {@code ReservationConfirmed} each</td><td>happy path</td></tr>
 * <tr><td>confirm, but a hold has ended and its units are gone</td>
 *     <td>{@code OrderCancelled} (stock-lost), a {@code ReservationReleased} for what is left</td><td>compensation</td></tr>
 * <tr><td>cancel</td><td>{@code OrderCancelled}, a {@code ReservationReleased} each</td><td></td></tr>
 * </table>
 */
final class ConfirmingHandler {
    /** Why an order is cancelled whose stock was sold to others after its hold had ended. */
    static final String STOCK_LOST = "stock-lost";

    private final Ledger ledger;

    ConfirmingHandler(Ledger ledger) {
        this.ledger = ledger;
    }

    @CommandHandler
    Receipt handle(ConfirmOrder wish) {
        Page page = ledger.open(wish.order());
        List<Allocation> allocations = page.order().allocations();
        if (page.decide(wish)) {
            page.load(Items.of(allocations));
            try {
                allocations.forEach(a -> page.decide(new ConfirmReservation(
                        a.sku(), a.location(), a.reservation(), wish.order(), a.quantity(), wish.now())));
            } catch (Refused refused) {
                if (!(refused.refusal() instanceof InventoryRefusal.NotEnoughStock)) {
                    throw refused;
                }
                page.erase();
                cancel(new CancelOrder(wish.order(), STOCK_LOST, wish.now()), allocations, page);
            }
        }
        return page.write();
    }

    @CommandHandler
    Receipt handle(CancelOrder wish) {
        Page page = ledger.open(wish.order());
        List<Allocation> allocations = page.order().allocations();
        page.load(Items.of(allocations));
        cancel(wish, allocations, page);
        return page.write();
    }

    private static void cancel(CancelOrder wish, List<Allocation> allocations, Page page) {
        if (page.decide(wish)) {
            allocations.forEach(a -> page.decide(
                    new ReleaseReservation(a.sku(), a.location(), a.reservation(), wish.reason(), wish.now())));
        }
    }
}

package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.domain.fulfilment.FulfilmentRefusal.NotEnoughStock;
import io.daybook.domain.fulfilment.FulfilmentRefusal.ShortLine;
import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.ReserveStock;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.LoseItems;
import io.daybook.domain.order.OrderCommand.Pick;
import io.daybook.domain.order.OrderCommand.Reallocate;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;

/**
 * An item has fallen short, and one of the orders that it was to serve gives way, in one commit.
 *
 * <table>
 * <caption>What becomes of the order</caption>
 * <tr><td>its units are free elsewhere, or some there and the others here</td>
 *     <td>{@code StockReallocated}; released here, promised there</td><td>happy path</td></tr>
 * <tr><td>… not all of them, and it is confirmed</td>
 *     <td>{@code ItemsCancelled} (stock-lost) for those, or {@code OrderCancelled} if that is all of it; money as for any
 *     cancellation; then as above for the others</td><td>compensation</td></tr>
 * <tr><td>… not all of them, and it is not</td>
 *     <td>{@code OrderCancelled} (stock-lost), as for any cancellation</td><td>compensation</td></tr>
 * </table>
 *
 * <p>All of the order's units at the item are sought anew, by the policy that chose them, and not only those that are missing: what
 * can travel together does.
 */
final class ReallocatingHandler {
    /** Why a promise is given back that other stock takes over. */
    private static final String REALLOCATED = "reallocated";

    private final Ledger ledger;
    private final Shelves shelves;

    ReallocatingHandler(Ledger ledger, Shelves shelves) {
        this.ledger = ledger;
        this.shelves = shelves;
    }

    @CommandHandler
    Receipt handle(ServeFromElsewhere wish) {
        Page page = ledger.open(wish.order());
        if (!served(page, wish.item()).isEmpty()) {
            List<ItemId> where = shelves.of(Set.of(wish.item().sku()));
            List<ItemId> all = new ArrayList<>(where);
            all.addAll(Items.of(page.order().allocations()));
            page.load(all);
            if (isShort(page, wish)) {
                giveWay(page, wish, where);
            }
        }
        return page.write();
    }

    private static List<Allocation> served(Page page, ItemId item) {
        return page.order().allocations().stream()
                .filter(a -> a.sku().equals(item.sku()) && a.location().equals(item.location()))
                .toList();
    }

    /** A hold that has ended takes nothing from anybody. */
    private static boolean isShort(Page page, ServeFromElsewhere wish) {
        boolean counts = !(page.order() instanceof Placed placed) || wish.now().isBefore(placed.holdsUntil());
        return counts && page.item(wish.item()).missingAt(wish.now()) > 0;
    }

    private void giveWay(Page page, ServeFromElsewhere wish, List<ItemId> where) {
        try {
            move(page, wish, where);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof NotEnoughStock scarce)) {
                throw refused;
            }
            page.eraseItems();
            lose(page, wish, scarce);
            if (!served(page, wish.item()).isEmpty() && isShort(page, wish)) {
                move(page, wish, where);
            }
        }
    }

    private void move(Page page, ServeFromElsewhere wish, List<ItemId> where) {
        List<Allocation> there = served(page, wish.item());
        Settling.release(page, there, REALLOCATED, wish.now());
        Order order = page.order();
        Buyer buyer = Objects.requireNonNull(
                Objects.requireNonNull(order.purchase(), "it has stock").buyer(), "imported orders have no stock");
        List<Allocation> instead = shelves.serve(
                page, wish.order(), order.goods().nextPromise(), Shelves.needs(there), where, buyer, wish.now());
        page.decide(new Reallocate(wish.order(), there, instead, wish.now()));
        instead.forEach(a -> promise(page, order, wish, a));
    }

    /** As it was promised before: for a while, or for good. */
    private static void promise(Page page, Order order, ServeFromElsewhere wish, Allocation a) {
        if (order instanceof Placed placed) {
            page.decide(new ReserveStock(
                    a.sku(),
                    a.location(),
                    a.reservation(),
                    wish.order(),
                    a.quantity(),
                    placed.holdsUntil(),
                    wish.now()));
        } else {
            page.decide(new ConfirmReservation(
                    a.sku(), a.location(), a.reservation(), wish.order(), a.quantity(), wish.now()));
        }
    }

    private static void lose(Page page, ServeFromElsewhere wish, NotEnoughStock scarce) {
        if (page.order() instanceof Placed) {
            page.decide(new CancelOrder(wish.order(), OrderDecider.STOCK_LOST, wish.now()));
        } else {
            page.decide(new LoseItems(
                    wish.order(),
                    page.order().goods().unusedCancellation(OrderDecider.STOCK_LOST),
                    wish.item().location(),
                    scarce.lines().stream().map(ReallocatingHandler::missing).toList(),
                    OrderDecider.STOCK_LOST,
                    wish.now()));
        }
        page.happened(OrderCancelled.class).forEach(cancelled -> Settling.end(page, cancelled));
        page.happened(ItemsCancelled.class).forEach(cancelled -> Settling.withdraw(page, cancelled));
    }

    private static Pick missing(ShortLine line) {
        return new Pick(line.line(), line.sku(), line.wanted() - line.available());
    }
}

package io.daybook.command.fulfilment;

import io.daybook.domain.fulfilment.FulfilmentRefusal;
import io.daybook.domain.fulfilment.Need;
import io.daybook.domain.inventory.InventoryCommand.ConfirmReservation;
import io.daybook.domain.inventory.InventoryCommand.ReleaseReservation;
import io.daybook.domain.inventory.InventoryRefusal;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Buyer;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import io.daybook.domain.order.OrderCommand.SourceAnew;
import io.daybook.domain.order.OrderDecider;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.payment.PaymentCommand.EndPayment;
import io.daybook.domain.payment.PaymentCommand.LowerPayment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What follows, in the same commit, when the last thing that an order waited for is there, or the order has ended.
 *
 * <table>
 * <caption>What an order comes to</caption>
 * <tr><td>paid and cleared</td><td>{@code OrderConfirmed}, a {@code ReservationConfirmed} each</td><td>happy path</td></tr>
 * <tr><td>… but a hold has ended, and its units are gone</td>
 *     <td>{@code StockAllocated} anew, then as above</td><td>compensation</td></tr>
 * <tr><td>… and nothing else is free</td>
 *     <td>{@code OrderCancelled} (stock-lost), as below</td><td>compensation</td></tr>
 * <tr><td>items of it are cancelled</td>
 *     <td>a {@code ReservationReleased} each; {@code PaymentLowered}, and what it takes to have taken what is owed</td>
 *     <td>compensation</td></tr>
 * <tr><td>cancelled</td><td>a {@code ReservationReleased} each; {@code VoidRequested} or {@code RefundRequested}</td>
 *     <td>compensation</td></tr>
 * </table>
 */
final class Settling {
    /** Why a hold is given back that serves its order no more. */
    private static final String SOURCED_ANEW = "sourced-anew";

    /** Clocks differ; a hold that ends this soon may have ended for others. */
    private static final Duration DOUBT = Duration.ofSeconds(10);

    private final Shelves shelves;

    Settling(Shelves shelves) {
        this.shelves = shelves;
    }

    /** To be called once for a page, after everything was decided about the order, and before anything about stock. */
    void settle(Page page, OrderId order, Instant now) {
        if (page.order() instanceof Placed placed && placed.isReady()) {
            confirm(page, placed, order, now);
        } else {
            page.happened(OrderCancelled.class).forEach(cancelled -> {
                page.load(Items.of(cancelled.released()));
                end(page, cancelled);
            });
            page.happened(ItemsCancelled.class).forEach(cancelled -> {
                page.load(Items.of(cancelled.released()));
                withdraw(page, cancelled);
            });
        }
    }

    private void confirm(Page page, Placed placed, OrderId order, Instant now) {
        List<Allocation> held = page.order().allocations();
        List<ItemId> where = now.plus(DOUBT).isBefore(placed.holdsUntil()) ? Items.of(held) : shelves.ofAllocated(held);
        page.load(where);
        if (allocate(page, order, held, now)) {
            page.decide(new ConfirmOrder(order, now));
            return;
        }
        page.eraseItems();
        release(page, held, SOURCED_ANEW, now);
        List<Allocation> found = source(page, placed, order, where, now);
        if (found.isEmpty()) {
            page.eraseItems();
            page.decide(new CancelOrder(order, OrderDecider.STOCK_LOST, now));
            page.happened(OrderCancelled.class).forEach(cancelled -> end(page, cancelled));
        } else {
            page.decide(new SourceAnew(order, found, now));
            page.decide(new ConfirmOrder(order, now));
            if (!allocate(page, order, found, now)) {
                throw new IllegalStateException("stock that was free is not: " + found);
            }
        }
    }

    private static boolean allocate(Page page, OrderId order, List<Allocation> allocations, Instant now) {
        try {
            allocations.forEach(a -> page.decide(
                    new ConfirmReservation(a.sku(), a.location(), a.reservation(), order, a.quantity(), now)));
            return true;
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof InventoryRefusal.NotEnoughStock)) {
                throw refused;
            }
            return false;
        }
    }

    /** Under reservations of their own, for the former ones keep their terms. @return nothing if a line is short */
    private List<Allocation> source(Page page, Placed placed, OrderId order, List<ItemId> where, Instant now) {
        Buyer buyer = Objects.requireNonNull(placed.purchase().buyer(), "only imported orders have no buyer");
        List<Need> needs = Shelves.needs(placed.allocations());
        try {
            return shelves.serve(page, order, placed.goods().nextPromise(), needs, where, buyer, now);
        } catch (Refused refused) {
            if (!(refused.refusal() instanceof FulfilmentRefusal.NotEnoughStock)) {
                throw refused;
            }
            return List.of();
        }
    }

    /** The order has ended, and its items are loaded. */
    static void end(Page page, OrderCancelled cancelled) {
        release(page, cancelled.released(), cancelled.reason(), cancelled.occurredAt());
        page.decide(new EndPayment(cancelled.order(), cancelled.reason(), cancelled.occurredAt()));
    }

    /** Units of the order are not shipped any more, and their items are loaded. */
    static void withdraw(Page page, ItemsCancelled cancelled) {
        release(page, cancelled.released(), cancelled.reason(), cancelled.occurredAt());
        page.decide(new LowerPayment(
                cancelled.order(),
                cancelled.cancellationId(),
                cancelled.value(),
                cancelled.complete(),
                cancelled.reason(),
                cancelled.occurredAt()));
    }

    static void release(Page page, List<Allocation> allocations, String reason, Instant now) {
        allocations.forEach(a ->
                page.decide(new ReleaseReservation(a.sku(), a.location(), a.reservation(), a.quantity(), reason, now)));
    }
}

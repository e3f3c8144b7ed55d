package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Order.NotPlaced;
import io.daybook.domain.order.Order.PastReturn;
import io.daybook.domain.order.OrderCommand.PlaceOrder;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How an order begins: a buyer places it, or it is known from elsewhere. Its rules are in {@link PlacingRules}. */
final class Placing {
    private Placing() {}

    static List<OrderEvent> place(PlaceOrder c, Order order) {
        Purchase wanted = new Purchase(c.customer(), c.buyer(), c.lines(), c.charges());
        if (wasPlaced(c.order(), wanted, order)) {
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(OrderDecider.MOST_LINES, c.order(), c.lines());
        PlacingRules.everyLineHasANumberOfItsOwn(c.order(), c.lines());
        PlacingRules.everyLineHasStock(c.order(), c.lines(), c.allocations());
        Money total = PlacingRules.theTotalIsOneAmount(c.order(), c.lines(), c.charges());
        List<OrderEvent> events = new ArrayList<>();
        events.add(placed(c.order(), wanted, total, c.now()));
        events.add(new StockAllocated(c.order(), c.allocations(), c.holdsUntil(), c.now()));
        if (c.terms() == Terms.PREPAID && total.minor() > 0) {
            events.add(new PaymentAwaited(c.order(), total, c.holdsUntil(), c.now()));
        }
        return List.copyOf(events);
    }

    static List<OrderEvent> recordPastOrder(RecordPastOrder c, Order order) {
        Purchase bought = new Purchase(c.customer(), c.buyer(), c.lines(), c.charges());
        if (wasPlaced(c.order(), bought, order)) {
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(OrderDecider.MOST_PAST_LINES, c.order(), c.lines());
        PlacingRules.everyLineHasANumberOfItsOwn(c.order(), c.lines());
        Money total = PlacingRules.theTotalIsOneAmount(c.order(), c.lines(), c.charges());
        return List.of(
                placed(c.order(), bought, total, c.now()),
                new StockAllocated(c.order(), c.allocations(), c.now(), c.now()),
                new OrderConfirmed(c.order(), c.now()),
                new ItemsShipped(c.order(), c.order().value(), Goods.parcels(c.allocations()), true, c.now()),
                new OrderDelivered(c.order(), c.now()));
    }

    static List<OrderEvent> recordPastReturn(RecordPastReturn c, Order order) {
        if (!(order instanceof NotPlaced)) {
            anIdStaysWithItsContent(c.order(), order.equals(new PastReturn(c.lines(), c.reason())));
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(OrderDecider.MOST_PAST_LINES, c.order(), c.lines());
        PlacingRules.everyQuantityIsPositive(c.order(), c.lines());
        Money value = PlacingRules.theValueIsOneAmount(c.order(), c.lines());
        return List.of(new ItemsReturned(c.order(), c.order().value(), c.lines(), value, c.reason(), c.now()));
    }

    private static OrderPlaced placed(OrderId id, Purchase p, Money total, Instant now) {
        return new OrderPlaced(id, p.customer(), p.buyer(), p.lines(), p.charges(), total, now);
    }

    private static boolean wasPlaced(OrderId id, Purchase purchase, Order order) {
        if (order instanceof NotPlaced) {
            return false;
        }
        anIdStaysWithItsContent(id, purchase.equals(order.purchase()));
        return true;
    }

    private static void anIdStaysWithItsContent(OrderId id, boolean same) {
        if (!same) {
            throw new Refused(new OrderRefusal.AlreadyPlaced(id));
        }
    }
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.NotPlaced;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.PastReturn;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderCommand.PlaceOrder;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import java.util.List;

/**
 * Decides what becomes of a wish about an order.
 *
 * <p>Doing again what was done changes nothing: placing with the same content, whatever became of the order since; confirming,
 * delivering, cancelling; shipping or returning under the same id. The rules of placing are in {@link PlacingRules}, those of
 * shipping and returning in {@link Handover}, those of the order's life at the end of this class, each by its name.
 *
 * <p>Longer than 150 lines because every wish has its answer for every state, and the compiler checks that none is left out.
 */
public final class OrderDecider {
    /** Of an order that a buyer places. */
    public static final int MOST_LINES = 500;

    /** Of an imported one: wholesale invoices of real shops have over a thousand. */
    public static final int MOST_PAST_LINES = 5_000;

    private OrderDecider() {}

    /**
     * @return what happened; empty if nothing changes
     * @throws Refused with an {@link OrderRefusal}
     */
    public static List<OrderEvent> decide(OrderCommand command, Order order) {
        return switch (command) {
            case PlaceOrder c -> place(c, order);
            case ConfirmOrder c -> confirm(c, order);
            case ShipItems c -> ship(c, order);
            case DeliverOrder c -> deliver(c, order);
            case CancelOrder c -> cancel(c, order);
            case ReturnItems c -> takeBack(c, order);
            case RecordPastOrder c -> recordPastOrder(c, order);
            case RecordPastReturn c -> recordPastReturn(c, order);
        };
    }

    private static List<OrderEvent> place(PlaceOrder c, Order order) {
        if (!(order instanceof NotPlaced)) {
            anIdStaysWithItsContent(c.order(), new Purchase(c.customer(), c.buyer(), c.lines(), c.charges()), order);
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(MOST_LINES, c.order(), c.lines());
        PlacingRules.everyLineHasANumberOfItsOwn(c.order(), c.lines());
        PlacingRules.everyLineHasStock(c.order(), c.lines(), c.allocations());
        Money total = PlacingRules.theTotalIsOneAmount(c.order(), c.lines(), c.charges());
        return List.of(
                new OrderPlaced(c.order(), c.customer(), c.buyer(), c.lines(), c.charges(), total, c.now()),
                new StockAllocated(c.order(), c.allocations(), c.holdsUntil(), c.now()));
    }

    private static List<OrderEvent> confirm(ConfirmOrder c, Order order) {
        return switch (order) {
            case Placed _ -> List.of(new OrderConfirmed(c.order(), c.now()));
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> ship(ShipItems c, Order order) {
        return switch (order) {
            case Confirmed o -> ship(c, o.goods());
            case PartlyShipped o -> ship(c, o.goods());
            case Shipped o -> nothingIsLeftToShip(c, o.goods());
            case Delivered o -> nothingIsLeftToShip(c, o.goods());
            case Placed _ -> throw onlyAConfirmedOrderIsShipped(c.order());
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> ship(ShipItems c, Goods goods) {
        if (goods.shipments().contains(c.shipmentId())) {
            return List.of();
        }
        List<Parcel> parcels = c.picks().isEmpty() ? goods.toShip() : Handover.ship(c.order(), goods, c.picks());
        boolean complete = Pile.sum(parcels) == Pile.sum(goods.toShip());
        return List.of(new ItemsShipped(c.order(), c.shipmentId(), parcels, complete, c.now()));
    }

    private static List<OrderEvent> deliver(DeliverOrder c, Order order) {
        return switch (order) {
            case Shipped _ -> List.of(new OrderDelivered(c.order(), c.now()));
            case Delivered _ -> List.of();
            case Placed _, Confirmed _, PartlyShipped _ -> throw onlyAShippedOrderArrives(c.order());
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> cancel(CancelOrder c, Order order) {
        return switch (order) {
            case Placed _, Confirmed _ ->
                List.of(new OrderCancelled(c.order(), c.reason(), order.allocations(), c.now()));
            case Cancelled _ -> List.of();
            case PartlyShipped _, Shipped _, Delivered _ -> throw aShippedOrderIsNotCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> takeBack(ReturnItems c, Order order) {
        return switch (order) {
            case PartlyShipped o -> takeBack(c, o.purchase(), o.goods());
            case Shipped o -> takeBack(c, o.purchase(), o.goods());
            case Delivered o -> takeBack(c, o.purchase(), o.goods());
            case Placed _, Confirmed _ -> throw onlyShippedGoodsComeBack(c.order());
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> takeBack(ReturnItems c, Purchase purchase, Goods goods) {
        if (goods.returns().contains(c.returnId())) {
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.returns());
        List<ReturnedLine> lines = Handover.takeBack(c.order(), purchase, goods, c.returns());
        Money value = PlacingRules.theValueIsOneAmount(c.order(), lines);
        return List.of(new ItemsReturned(c.order(), c.returnId(), lines, value, c.reason(), c.now()));
    }

    private static List<OrderEvent> recordPastOrder(RecordPastOrder c, Order order) {
        if (!(order instanceof NotPlaced)) {
            anIdStaysWithItsContent(c.order(), new Purchase(c.customer(), c.buyer(), c.lines(), c.charges()), order);
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(MOST_PAST_LINES, c.order(), c.lines());
        PlacingRules.everyLineHasANumberOfItsOwn(c.order(), c.lines());
        Money total = PlacingRules.theTotalIsOneAmount(c.order(), c.lines(), c.charges());
        return List.of(
                new OrderPlaced(c.order(), c.customer(), c.buyer(), c.lines(), c.charges(), total, c.now()),
                new StockAllocated(c.order(), c.allocations(), c.now(), c.now()),
                new OrderConfirmed(c.order(), c.now()),
                new ItemsShipped(
                        c.order(), c.order().value(), Goods.of(c.allocations()).toShip(), true, c.now()),
                new OrderDelivered(c.order(), c.now()));
    }

    private static List<OrderEvent> recordPastReturn(RecordPastReturn c, Order order) {
        if (!(order instanceof NotPlaced)) {
            if (!order.equals(new PastReturn(c.lines(), c.reason()))) {
                throw new Refused(new OrderRefusal.AlreadyPlaced(c.order()));
            }
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(MOST_PAST_LINES, c.order(), c.lines());
        PlacingRules.everyQuantityIsPositive(c.order(), c.lines());
        Money value = PlacingRules.theValueIsOneAmount(c.order(), c.lines());
        return List.of(new ItemsReturned(c.order(), c.order().value(), c.lines(), value, c.reason(), c.now()));
    }

    // The rules of an order's life.

    private static void anIdStaysWithItsContent(OrderId id, Purchase purchase, Order order) {
        if (!purchase.equals(order.purchase())) {
            throw new Refused(new OrderRefusal.AlreadyPlaced(id));
        }
    }

    private static Refused onlyAPlacedOrderLives(OrderId id, Order order) {
        return new Refused(
                order instanceof PastReturn ? new OrderRefusal.NotAnOrder(id) : new OrderRefusal.UnknownOrder(id));
    }

    private static Refused onlyAConfirmedOrderIsShipped(OrderId id) {
        return new Refused(new OrderRefusal.NotConfirmed(id));
    }

    private static List<OrderEvent> nothingIsLeftToShip(ShipItems c, Goods goods) {
        if (goods.shipments().contains(c.shipmentId())) {
            return List.of();
        }
        throw new Refused(new OrderRefusal.AlreadyShipped(c.order()));
    }

    private static Refused onlyAShippedOrderArrives(OrderId id) {
        return new Refused(new OrderRefusal.NotShipped(id));
    }

    private static Refused onlyShippedGoodsComeBack(OrderId id) {
        return new Refused(new OrderRefusal.NotShipped(id));
    }

    private static Refused aShippedOrderIsNotCancelled(OrderId id) {
        return new Refused(new OrderRefusal.AlreadyShipped(id));
    }

    private static Refused aCancelledOrderStaysCancelled(OrderId id) {
        return new Refused(new OrderRefusal.AlreadyCancelled(id));
    }
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Order.Agreed;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import java.util.List;

/** Goods leave, arrive, and come back; which units these are is said in {@link Handover}. */
final class Shipping {
    private Shipping() {}

    static List<OrderEvent> ship(ShipItems c, Agreed order) {
        if (order.goods().shipments().contains(c.shipmentId())) {
            return List.of();
        }
        return switch (order) {
            case Confirmed _, PartlyShipped _ -> List.of(shipped(c, order.goods()));
            case Shipped _, Delivered _ -> throw new Refused(new OrderRefusal.AlreadyShipped(c.order()));
            case Placed _ -> throw LifeRules.onlyAConfirmedOrderIsShipped(c.order());
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    private static ItemsShipped shipped(ShipItems c, Goods goods) {
        List<Parcel> parcels = c.picks().isEmpty() ? goods.toShip() : Handover.ship(c.order(), goods, c.picks());
        boolean complete = Pile.sum(parcels) == Pile.sum(goods.toShip());
        return new ItemsShipped(c.order(), c.shipmentId(), parcels, complete, c.now());
    }

    static List<OrderEvent> deliver(DeliverOrder c, Agreed order) {
        return switch (order) {
            case Shipped _ -> List.of(new OrderDelivered(c.order(), c.now()));
            case Delivered _ -> List.of();
            case Placed _, Confirmed _, PartlyShipped _ -> throw onlyShippedGoodsArriveOrComeBack(c.order());
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    static List<OrderEvent> takeBack(ReturnItems c, Agreed order) {
        if (order.goods().returns().contains(c.returnId())) {
            return List.of();
        }
        return switch (order) {
            case PartlyShipped _, Shipped _, Delivered _ -> List.of(returned(c, order.purchase(), order.goods()));
            case Placed _, Confirmed _ -> throw onlyShippedGoodsArriveOrComeBack(c.order());
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    private static ItemsReturned returned(ReturnItems c, Purchase purchase, Goods goods) {
        PlacingRules.anOrderHasALine(c.order(), c.returns());
        List<ReturnedLine> lines = Handover.takeBack(c.order(), purchase, goods, c.returns());
        Money value = PlacingRules.theValueIsOneAmount(c.order(), lines);
        return new ItemsReturned(c.order(), c.returnId(), lines, value, c.reason(), c.now());
    }

    private static Refused onlyShippedGoodsArriveOrComeBack(OrderId id) {
        return new Refused(new OrderRefusal.NotShipped(id));
    }
}

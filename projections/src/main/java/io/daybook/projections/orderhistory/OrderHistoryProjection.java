package io.daybook.projections.orderhistory;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderLine;
import io.daybook.projections.orders.OrderProjection;
import io.daybook.query.order.Stage;
import org.jspecify.annotations.Nullable;

/** Folds an order's events into its entry. */
final class OrderHistoryProjection extends OrderProjection<PastOrder> {
    @Override
    public String name() {
        return "order-history";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<PastOrder> rowType() {
        return PastOrder.class;
    }

    @Override
    protected @Nullable PastOrder after(@Nullable PastOrder entry, OrderEvent event) {
        return switch (event) {
            case OrderPlaced e ->
                new PastOrder(e.order(), e.customer(), Stage.PLACED, e.occurredAt(), e.total(), units(e));
            // a return is no stage; of long ago, it has no order either
            case ItemsReturned e -> entry;
            case StockAllocated e -> known(entry, e).at(Stage.ALLOCATED);
            case OrderConfirmed e -> known(entry, e).at(Stage.CONFIRMED);
            case ItemsShipped e -> known(entry, e).at(e.complete() ? Stage.SHIPPED : Stage.PARTLY_SHIPPED);
            case OrderDelivered e -> known(entry, e).at(Stage.DELIVERED);
            case OrderCancelled e -> known(entry, e).at(Stage.CANCELLED);
        };
    }

    private static long units(OrderPlaced e) {
        return e.lines().stream().mapToLong(OrderLine::quantity).sum();
    }
}

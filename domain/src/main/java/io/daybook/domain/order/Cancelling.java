package io.daybook.domain.order;

import io.daybook.domain.order.Order.Agreed;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.LoseItems;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import java.util.List;
import java.util.function.Supplier;

/** An order, or units of it, shall not be shipped; which units these are is said in {@link Withdrawal}. */
final class Cancelling {
    private Cancelling() {}

    static List<OrderEvent> cancel(CancelOrder c, Agreed order) {
        return switch (order) {
            case Placed _, Confirmed _ -> List.of(cancelled(c, c.reason(), order));
            case Cancelled _ -> List.of();
            case PartlyShipped _, Shipped _, Delivered _ -> throw LifeRules.aShippedOrderIsNotCancelled(c.order());
        };
    }

    /** The order ends and gives back what is promised to it. */
    static OrderCancelled cancelled(OrderCommand c, String reason, Agreed order) {
        return new OrderCancelled(c.order(), reason, order.allocations(), c.now());
    }

    static List<OrderEvent> cancelItems(CancelItems c, Agreed order) {
        return withdraw(
                c,
                c.cancellationId(),
                c.reason(),
                order,
                () -> c.items().isEmpty()
                        ? Withdrawal.ofTheRest(order.purchase(), order.goods())
                        : Withdrawal.of(c.order(), order.purchase(), order.goods(), c.items()));
    }

    static List<OrderEvent> loseItems(LoseItems c, Agreed order) {
        return withdraw(
                c,
                c.cancellationId(),
                c.reason(),
                order,
                () -> Withdrawal.ofLost(c.order(), order.purchase(), order.goods(), c.at(), c.missing()));
    }

    /** If nothing was shipped and nothing is left, the order itself is cancelled. */
    private static List<OrderEvent> withdraw(
            OrderCommand c, String id, String reason, Agreed order, Supplier<Withdrawal> withdrawal) {
        if (order.goods().cancellations().contains(id)) {
            return List.of();
        }
        return switch (order) {
            case Confirmed _ -> {
                Withdrawal gone = withdrawal.get();
                yield List.of(
                        gone.isAllOf(order.goods())
                                ? cancelled(c, reason, order)
                                : itemsCancelled(c, id, reason, order.goods(), gone));
            }
            case PartlyShipped _ -> List.of(itemsCancelled(c, id, reason, order.goods(), withdrawal.get()));
            case Shipped _, Delivered _ -> throw LifeRules.aShippedOrderIsNotCancelled(c.order());
            case Placed _ -> throw LifeRules.onlyAConfirmedOrderIsShipped(c.order());
            case Cancelled _ -> List.of();
        };
    }

    private static ItemsCancelled itemsCancelled(
            OrderCommand c, String id, String reason, Goods goods, Withdrawal gone) {
        return new ItemsCancelled(
                c.order(), id, gone.lines(), gone.released(), gone.value(), reason, gone.isAllOf(goods), c.now());
    }
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Checks.Screening.InReview;
import io.daybook.domain.order.Order.Agreed;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import io.daybook.domain.order.OrderCommand.EndOverdue;
import io.daybook.domain.order.OrderCommand.ExtendHold;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import java.util.List;

/** How long the stock of a placed order is held, and what ends that: a confirmation, or time. */
final class Holding {
    private Holding() {}

    static List<OrderEvent> extend(ExtendHold c, Agreed order) {
        return switch (order) {
            case Placed o -> {
                if (o.checks().isPaid() || (o.extended() && o.holdsUntil().equals(c.holdsUntil()))) {
                    yield List.of();
                }
                aHoldIsExtendedOnce(c.order(), o);
                anExtensionIsLonger(c, o);
                yield List.of(new HoldsExtended(c.order(), c.holdsUntil(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
        };
    }

    static List<OrderEvent> endOverdue(EndOverdue c, Agreed order) {
        return switch (order) {
            case Placed o -> endOverdue(c, o);
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
        };
    }

    private static List<OrderEvent> endOverdue(EndOverdue c, Placed order) {
        if (!order.checks().isPaid() && !c.now().isBefore(order.holdsUntil())) {
            return List.of(Cancelling.cancelled(c, OrderDecider.PAYMENT_TIMEOUT, order));
        }
        return order.checks().screening() instanceof InReview review && !c.now().isBefore(review.until())
                ? List.of(Cancelling.cancelled(c, OrderDecider.REVIEW_TIMEOUT, order))
                : List.of();
    }

    static List<OrderEvent> confirm(ConfirmOrder c, Agreed order) {
        return switch (order) {
            case Placed o -> {
                anOrderIsPaidAndCleared(c.order(), o);
                yield List.of(new OrderConfirmed(c.order(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    private static void aHoldIsExtendedOnce(OrderId id, Placed order) {
        if (order.extended()) {
            throw new Refused(new OrderRefusal.HoldExtended(id, order.holdsUntil()));
        }
    }

    private static void anExtensionIsLonger(ExtendHold c, Placed order) {
        if (!order.holdsUntil().isBefore(c.holdsUntil())) {
            throw new Refused(new OrderRefusal.HoldNotLonger(c.order(), c.holdsUntil(), order.holdsUntil()));
        }
    }

    private static void anOrderIsPaidAndCleared(OrderId id, Placed order) {
        if (!order.checks().isPaid()) {
            throw new Refused(new OrderRefusal.NotPaid(id));
        }
        if (!order.checks().isCleared()) {
            throw new Refused(new OrderRefusal.NotCleared(id));
        }
    }
}

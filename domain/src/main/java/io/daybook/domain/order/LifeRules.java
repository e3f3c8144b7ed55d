package io.daybook.domain.order;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;

/** The rules of an order's life that wishes of several kinds meet. */
final class LifeRules {
    private LifeRules() {}

    static Refused onlyAConfirmedOrderIsShipped(OrderId id) {
        return new Refused(new OrderRefusal.NotConfirmed(id));
    }

    static Refused aShippedOrderIsNotCancelled(OrderId id) {
        return new Refused(new OrderRefusal.AlreadyShipped(id));
    }

    static Refused aCancelledOrderStaysCancelled(OrderId id) {
        return new Refused(new OrderRefusal.AlreadyCancelled(id));
    }
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Order.Agreed;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
import io.daybook.domain.order.OrderCommand.AwaitPayment;
import io.daybook.domain.order.OrderCommand.NotePaymentAction;
import io.daybook.domain.order.OrderCommand.NotePaymentDecline;
import io.daybook.domain.order.OrderCommand.SecurePayment;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import java.util.List;

/** A placed order waits for its payment, and hears of it. */
final class AwaitingPayment {
    private AwaitingPayment() {}

    static List<OrderEvent> await(AwaitPayment c, Agreed order) {
        return switch (order) {
            case Placed o -> {
                aPaymentIsDue(c.order(), o);
                anOrderIsPaidWhileItsStockIsHeld(c, o);
                yield o.checks().isPaid()
                        ? List.of()
                        : List.of(new PaymentAwaited(c.order(), o.purchase().total(), o.holdsUntil(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    static List<OrderEvent> noteAction(NotePaymentAction c, Agreed order) {
        return whileAwaited(order, new PaymentNeedsAction(c.order(), c.now()));
    }

    static List<OrderEvent> noteDecline(NotePaymentDecline c, Agreed order) {
        return whileAwaited(order, new PaymentTurnedDown(c.order(), c.code(), c.now()));
    }

    private static List<OrderEvent> whileAwaited(Agreed order, OrderEvent news) {
        return switch (order) {
            case Placed o -> o.checks().isPaid() ? List.of() : List.of(news);
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
        };
    }

    static List<OrderEvent> secure(SecurePayment c, Agreed order) {
        return switch (order) {
            case Placed o -> {
                aPaymentIsDue(c.order(), o);
                yield o.checks().isPaid() ? List.of() : List.of(new PaymentSecured(c.order(), c.amount(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    private static void aPaymentIsDue(OrderId id, Placed order) {
        if (order.checks().paying() == Checks.Paying.ON_INVOICE) {
            throw new Refused(new OrderRefusal.NoPaymentDue(id));
        }
    }

    private static void anOrderIsPaidWhileItsStockIsHeld(AwaitPayment c, Placed order) {
        if (!order.checks().isPaid() && !c.now().isBefore(order.holdsUntil())) {
            throw new Refused(new OrderRefusal.TooLateToPay(c.order(), order.holdsUntil()));
        }
    }
}

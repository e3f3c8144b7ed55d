package io.daybook.projections.orderhistory;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import io.daybook.domain.order.OrderLine;
import io.daybook.projections.orders.OrderProjection;
import io.daybook.projections.orders.Waiting;
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
        return 3;
    }

    @Override
    public Class<PastOrder> rowType() {
        return PastOrder.class;
    }

    @Override
    protected @Nullable PastOrder after(@Nullable PastOrder entry, OrderEvent event) {
        return switch (event) {
            case OrderPlaced e ->
                new PastOrder(
                        e.order(),
                        e.customer(),
                        Stage.PLACED,
                        e.occurredAt(),
                        e.total(),
                        units(e),
                        Waiting.FOR_NOTHING);
            // a return is no stage; of long ago, it has no order either
            case ItemsReturned e -> entry;
            // all that is left was cancelled, so all that is to be shipped was
            case ItemsCancelled e -> e.complete() ? known(entry, e).at(Stage.SHIPPED) : entry;
            case StockAllocated e -> known(entry, e).waiting(w -> w);
            case HoldsExtended e -> entry;
            case StockReallocated e -> entry;
            case PaymentAwaited e -> known(entry, e).waiting(w -> w.forPayment(Stage.PAYMENT_PENDING, null));
            case PaymentNeedsAction e ->
                known(entry, e).waiting(w -> w.forPayment(Stage.PAYMENT_ACTION_REQUIRED, null));
            case PaymentTurnedDown e -> known(entry, e).waiting(w -> w.forPayment(Stage.PAYMENT_DECLINED, e.code()));
            case PaymentSecured e -> known(entry, e).waiting(Waiting::paid);
            case OrderSentToReview e -> known(entry, e).waiting(w -> w.forReview(e.reasons()));
            case OrderCleared e -> known(entry, e).waiting(Waiting::reviewed);
            case OrderRefused e -> known(entry, e).at(Stage.REFUSED);
            case OrderConfirmed e -> known(entry, e).at(Stage.CONFIRMED);
            case ItemsShipped e -> known(entry, e).at(e.complete() ? Stage.SHIPPED : Stage.PARTLY_SHIPPED);
            case OrderDelivered e -> known(entry, e).at(Stage.DELIVERED);
            case OrderCancelled e -> cancelled(known(entry, e));
        };
    }

    private static PastOrder cancelled(PastOrder entry) {
        return entry.stage() == Stage.REFUSED ? entry : entry.at(Stage.CANCELLED);
    }

    private static long units(OrderPlaced e) {
        return e.lines().stream().mapToLong(OrderLine::quantity).sum();
    }
}

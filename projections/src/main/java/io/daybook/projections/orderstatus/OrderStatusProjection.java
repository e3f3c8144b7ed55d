package io.daybook.projections.orderstatus;

import io.daybook.domain.order.OrderEvent;
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
import io.daybook.projections.orders.OrderProjection;
import io.daybook.projections.orders.Waiting;
import io.daybook.query.order.Stage;
import org.jspecify.annotations.Nullable;

/** Folds an order's events into its course. The buyer, who is personal data, is left out. */
final class OrderStatusProjection extends OrderProjection<OrderCourse> {
    @Override
    public String name() {
        return "order-status";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<OrderCourse> rowType() {
        return OrderCourse.class;
    }

    @Override
    protected @Nullable OrderCourse after(@Nullable OrderCourse course, OrderEvent event) {
        return switch (event) {
            case OrderPlaced e -> OrderCourse.begun(e);
            case ItemsReturned e -> course == null ? null : course.returned(e);
            case StockAllocated e -> known(course, e).allocated(e);
            case PaymentAwaited e -> known(course, e).waiting(w -> w.forPayment(Stage.PAYMENT_PENDING, null));
            case PaymentNeedsAction e ->
                known(course, e).waiting(w -> w.forPayment(Stage.PAYMENT_ACTION_REQUIRED, null));
            case PaymentTurnedDown e -> known(course, e).waiting(w -> w.forPayment(Stage.PAYMENT_DECLINED, e.code()));
            case PaymentSecured e -> known(course, e).waiting(Waiting::paid);
            case OrderSentToReview e -> known(course, e).waiting(w -> w.forReview(e.reasons()));
            case OrderCleared e -> known(course, e).waiting(Waiting::reviewed);
            case OrderRefused e ->
                known(course, e).reached(Stage.REFUSED, e.occurredAt(), String.join(", ", e.reasons()));
            case OrderConfirmed e -> known(course, e).reached(Stage.CONFIRMED, e.occurredAt(), null);
            case ItemsShipped e -> known(course, e).shipped(e);
            case OrderDelivered e -> known(course, e).reached(Stage.DELIVERED, e.occurredAt(), null);
            case OrderCancelled e -> known(course, e).reached(Stage.CANCELLED, e.occurredAt(), e.reason());
        };
    }
}

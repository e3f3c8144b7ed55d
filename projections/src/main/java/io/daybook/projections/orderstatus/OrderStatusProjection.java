package io.daybook.projections.orderstatus;

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
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentActionRequired;
import io.daybook.domain.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent.PaymentLowered;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentVoided;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Topic;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.orders.OrderProjection;
import io.daybook.projections.orders.Waiting;
import io.daybook.query.order.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the events of an order and of its payment into its row. The buyer, who is personal data, is left out. */
final class OrderStatusProjection implements Projection<OrderRow> {
    @Override
    public String name() {
        return "order-status";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ORDERS, Topic.PAYMENTS);
    }

    /** That of the order's stream. */
    @Override
    public String keyOf(String aggregateType, String aggregateId) {
        return Topic.PAYMENTS.carriesType(aggregateType)
                ? PaymentEvent.orderOf(aggregateId).aggregateId()
                : aggregateId;
    }

    @Override
    public Class<OrderRow> rowType() {
        return OrderRow.class;
    }

    @Override
    public @Nullable OrderRow fold(@Nullable OrderRow state, RecordedEvent recorded) {
        OrderRow row = state == null ? OrderRow.EMPTY : state;
        OrderRow after = switch (recorded.event()) {
            case OrderEvent e -> row.with(after(row.course(), e));
            case PaymentEvent e -> after(row, e);
            default -> throw new IllegalArgumentException("no event of an order or a payment: " + recorded.type());
        };
        return after.equals(OrderRow.EMPTY) ? null : after;
    }

    private static OrderRow after(OrderRow row, PaymentEvent event) {
        return switch (event) {
            case PaymentCaptured e -> row.capturing(e.captured());
            case PaymentRefunded e -> row.refunding(e.refunded());
            case RefundFailed e -> row.refunding(e.refunded());
            case PaymentRequested _,
                    PaymentActionRequired _,
                    PaymentAuthorised _,
                    PaymentDeclined _,
                    CaptureRequested _,
                    CaptureFailed _,
                    RefundRequested _,
                    PaymentLowered _,
                    VoidRequested _,
                    PaymentVoided _ -> row;
        };
    }

    private static @Nullable OrderCourse after(@Nullable OrderCourse course, OrderEvent event) {
        return switch (event) {
            case OrderPlaced e -> OrderCourse.begun(e);
            case HoldsExtended e -> OrderProjection.known(course, e).extended(e);
            case StockReallocated e -> OrderProjection.known(course, e).reallocated(e);
            case ItemsCancelled e -> OrderProjection.known(course, e).cancelled(e);
            case ItemsReturned e -> course == null ? null : course.returned(e);
            case StockAllocated e -> OrderProjection.known(course, e).allocated(e);
            case PaymentAwaited e ->
                OrderProjection.known(course, e).waiting(w -> w.forPayment(Stage.PAYMENT_PENDING, null));
            case PaymentNeedsAction e ->
                OrderProjection.known(course, e).waiting(w -> w.forPayment(Stage.PAYMENT_ACTION_REQUIRED, null));
            case PaymentTurnedDown e ->
                OrderProjection.known(course, e).waiting(w -> w.forPayment(Stage.PAYMENT_DECLINED, e.code()));
            case PaymentSecured e -> OrderProjection.known(course, e).waiting(Waiting::paid);
            case OrderSentToReview e -> OrderProjection.known(course, e).waiting(w -> w.forReview(e.reasons()));
            case OrderCleared e -> OrderProjection.known(course, e).waiting(Waiting::reviewed);
            case OrderRefused e ->
                OrderProjection.known(course, e).reached(Stage.REFUSED, e.occurredAt(), String.join(", ", e.reasons()));
            case OrderConfirmed e -> OrderProjection.known(course, e).reached(Stage.CONFIRMED, e.occurredAt(), null);
            case ItemsShipped e -> OrderProjection.known(course, e).shipped(e);
            case OrderDelivered e -> OrderProjection.known(course, e).reached(Stage.DELIVERED, e.occurredAt(), null);
            case OrderCancelled e ->
                OrderProjection.known(course, e).reached(Stage.CANCELLED, e.occurredAt(), e.reason());
        };
    }
}

package io.daybook.projections.orderstatus;

import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Topic;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.query.order.Stage;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds an order's events into its course. The buyer, who is personal data, is left out. */
final class OrderStatusProjection implements Projection<OrderCourse> {
    @Override
    public String name() {
        return "order-status";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ORDERS);
    }

    /** The stream's own id, which no other stream has. */
    @Override
    public String keyOf(String aggregateType, String aggregateId) {
        return aggregateId;
    }

    @Override
    public Class<OrderCourse> rowType() {
        return OrderCourse.class;
    }

    @Override
    public @Nullable OrderCourse fold(@Nullable OrderCourse course, RecordedEvent recorded) {
        if (!(recorded.event() instanceof OrderEvent event)) {
            throw new IllegalArgumentException("no event of an order: " + recorded.type());
        }
        return switch (event) {
            case OrderPlaced e -> OrderCourse.begun(e);
            case ItemsReturned e -> course == null ? null : course.returned(e);
            case StockAllocated e -> known(course, e).allocated(e);
            case OrderConfirmed e -> known(course, e).reached(Stage.CONFIRMED, e.occurredAt(), null);
            case ItemsShipped e -> known(course, e).shipped(e);
            case OrderDelivered e -> known(course, e).reached(Stage.DELIVERED, e.occurredAt(), null);
            case OrderCancelled e -> known(course, e).reached(Stage.CANCELLED, e.occurredAt(), e.reason());
        };
    }

    private static OrderCourse known(@Nullable OrderCourse course, OrderEvent event) {
        if (course == null) {
            throw new IllegalStateException("an order's first event must place it: " + event);
        }
        return course;
    }
}

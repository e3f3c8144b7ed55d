package io.daybook.projections.orders;

import io.daybook.domain.order.OrderEvent;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Topic;
import io.daybook.projections.history.RecordedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds each order's events, and nobody else's, into a row of its own.
 *
 * @param <R> the rows' values
 */
public abstract class OrderProjection<R> implements Projection<R> {
    @Override
    public final Set<Topic> topics() {
        return Set.of(Topic.ORDERS);
    }

    /** The stream's own id, which no other stream has. */
    @Override
    public final String keyOf(String aggregateType, String aggregateId) {
        return aggregateId;
    }

    @Override
    public final @Nullable R fold(@Nullable R row, RecordedEvent recorded) {
        if (!(recorded.event() instanceof OrderEvent event)) {
            throw new IllegalArgumentException("no event of an order: " + recorded.type());
        }
        return after(row, event);
    }

    /**
     * @param row null before the first event
     * @return null to leave a tombstone
     */
    protected abstract @Nullable R after(@Nullable R row, OrderEvent event);

    /** The row that must be there by now. */
    public static <T> T known(@Nullable T row, OrderEvent event) {
        if (row == null) {
            throw new IllegalStateException("an order's first event must place it: " + event);
        }
        return row;
    }
}

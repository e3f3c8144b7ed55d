package io.daybook.projections.orderstatus;

import io.daybook.domain.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything the view knows of one order: its course, and the money that has moved for it. Either may be known before the other.
 *
 * @param course null until the order is placed
 * @param captured in all; null until anything is
 * @param refunded in all; null until anything is
 */
record OrderRow(
        @Nullable OrderCourse course,
        @Nullable Money captured,
        @Nullable Money refunded) {
    static final OrderRow EMPTY = new OrderRow(null, null, null);

    OrderRow with(@Nullable OrderCourse now) {
        return new OrderRow(now, captured, refunded);
    }

    OrderRow capturing(Money total) {
        return new OrderRow(course, total, refunded);
    }

    OrderRow refunding(@Nullable Money total) {
        return new OrderRow(course, captured, total);
    }
}

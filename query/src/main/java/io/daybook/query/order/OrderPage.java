package io.daybook.query.order;

import io.daybook.query.reading.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param orders by time of placing, the latest first; empty also for a customer nobody knows
 * @param nextCursor null on the last page
 */
public record OrderPage(List<Summary> orders, @Nullable String nextCursor) {
    /**
     * @param units over all lines
     */
    public record Summary(String id, Stage stage, Instant placedAt, Amount total, int units) {}
}

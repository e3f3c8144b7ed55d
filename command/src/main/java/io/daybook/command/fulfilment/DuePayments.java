package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of which payments something was asked of the provider that it has not answered. Written in the append that asks. */
public interface DuePayments {
    /**
     * In the order of their ids.
     *
     * @param time asked before it
     * @param after null to begin
     */
    List<OrderId> askedBefore(Instant time, @Nullable OrderId after, int max);
}

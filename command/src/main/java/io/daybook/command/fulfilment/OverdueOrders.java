package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which orders wait for something that has not come in time. Written in the append that makes them wait. */
public interface OverdueOrders {
    /**
     * In the order of their ids.
     *
     * @param after null to begin
     */
    List<OrderId> overdueBy(Instant time, @Nullable OrderId after, int max);
}

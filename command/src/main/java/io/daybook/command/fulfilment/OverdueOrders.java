package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;

/** Which orders wait for something that has not come in time. Written in the append that makes them wait. */
public interface OverdueOrders {
    /** @param max those that waited longest, at most this many */
    List<OrderId> overdueBy(Instant time, int max);
}

package io.daybook.command.fulfilment;

import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which orders wait for their payment and hold their stock not much longer. Written in the append that makes them wait. */
public interface EndingHolds {
    /**
     * @param at when the hold ends
     */
    record Ending(OrderId order, Instant at) {}

    /**
     * Those that were not made longer before, in the order of their ids.
     *
     * @param time ending at it or before
     * @param after null to begin
     */
    List<Ending> endingBy(Instant time, @Nullable Ending after, int max);
}

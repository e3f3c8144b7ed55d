package io.daybook.command.fulfilment;

import io.daybook.domain.inventory.ItemId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which items carry holds that have ended but were not tidied away. May lag: nothing but tidiness depends on it. */
public interface DueHolds {
    /**
     * In the order of their ids.
     *
     * @param after null to begin
     */
    List<ItemId> withHoldsEndedBy(Instant time, @Nullable ItemId after, int max);
}

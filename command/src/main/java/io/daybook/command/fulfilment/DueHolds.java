package io.daybook.command.fulfilment;

import io.daybook.domain.inventory.ItemId;
import java.time.Instant;
import java.util.List;

/** Which items carry holds that have ended but were not tidied away. May lag: nothing but tidiness depends on it. */
public interface DueHolds {
    /**
     * @param max at most this many items, those with the longest ended holds first
     */
    List<ItemId> withHoldsEndedBy(Instant time, int max);
}

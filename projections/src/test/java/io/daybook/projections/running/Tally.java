package io.daybook.projections.running;

import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.ItemId;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Topic;
import io.daybook.projections.history.RecordedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row that shows every event that was folded twice or not at all.
 *
 * @param events how many
 * @param received units, summed up from the events
 */
record Tally(long events, long received) {
    /** Counts the events of a SKU. */
    record Counting(String name, int version) implements Projection<Tally> {
        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.CATALOG, Topic.INVENTORY);
        }

        @Override
        public String keyOf(String aggregateType, String aggregateId) {
            return aggregateId.contains("@") ? ItemId.parse(aggregateId).sku().value() : aggregateId;
        }

        @Override
        public Class<Tally> rowType() {
            return Tally.class;
        }

        @Override
        public Tally fold(@Nullable Tally state, RecordedEvent event) {
            Tally before = state == null ? new Tally(0, 0) : state;
            long received = event.event() instanceof StockReceived e ? e.quantity() : 0;
            return new Tally(before.events() + 1, before.received() + received);
        }
    }
}

package io.daybook.projections.stocklevel;

import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.ItemId;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Topic;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.joined.Shelves;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds the events of a SKU's items into its shelves. */
final class StockLevelProjection implements Projection<Shelves> {
    @Override
    public String name() {
        return "stock-level";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.INVENTORY);
    }

    @Override
    public String keyOf(String aggregateType, String aggregateId) {
        return ItemId.parse(aggregateId).sku().value();
    }

    @Override
    public Class<Shelves> rowType() {
        return Shelves.class;
    }

    @Override
    public Shelves fold(@Nullable Shelves shelves, RecordedEvent recorded) {
        if (!(recorded.event() instanceof InventoryEvent event)) {
            throw new IllegalArgumentException("no event of stock: " + recorded.type());
        }
        return (shelves == null ? Shelves.EMPTY : shelves).after(event);
    }
}

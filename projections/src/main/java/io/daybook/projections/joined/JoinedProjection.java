package io.daybook.projections.joined;

import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Topic;
import io.daybook.projections.history.RecordedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folds catalogue and stock of one SKU into its row, under the name of the view that keeps it. */
public final class JoinedProjection implements Projection<ProductRow> {
    /** Of the row; a view whose store keeps more than the row has a version of its own beside it. */
    private static final int ROW_VERSION = 2;

    private final String name;
    private final int shape;

    /**
     * @param shape version of what the view's store makes of the row, 0 to 99
     */
    public JoinedProjection(String name, int shape) {
        this.name = name;
        this.shape = shape;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return ROW_VERSION * 100 + shape;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CATALOG, Topic.INVENTORY);
    }

    @Override
    public String keyOf(String aggregateType, String aggregateId) {
        return Topic.INVENTORY.carriesType(aggregateType)
                ? ItemId.parse(aggregateId).sku().value()
                : aggregateId;
    }

    @Override
    public Class<ProductRow> rowType() {
        return ProductRow.class;
    }

    @Override
    public ProductRow fold(@Nullable ProductRow state, RecordedEvent recorded) {
        ProductRow row = state != null ? state : new ProductRow(new Sku(keyOf(recorded)), null, Shelves.EMPTY);
        return switch (recorded.event()) {
            case ProductEvent e ->
                new ProductRow(row.sku(), Offer.after(row.offer(), e, recorded.recordedAt()), row.shelves());
            case InventoryEvent e ->
                new ProductRow(row.sku(), row.offer(), row.shelves().after(e));
            default -> throw new IllegalArgumentException("no event of catalogue or stock: " + recorded.type());
        };
    }
}

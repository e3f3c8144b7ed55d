package io.daybook.command.inventory;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.util.List;

/**
 * Where a SKU has ever lain. Belongs to the write side: an entry is written in the append that creates the item, so that an order
 * finds an item from its first commit on.
 */
public interface ItemsOfSku {
    /** In no particular order; empty if the SKU has no item. */
    List<LocationId> locations(Sku sku);
}

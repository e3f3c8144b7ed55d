package io.daybook.command.fulfilment;

import io.daybook.domain.inventory.ItemId;
import io.daybook.domain.order.Allocation;
import io.daybook.domain.order.Parcel;
import io.daybook.domain.order.ReturnedLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which items an order's facts are about. */
final class Items {
    private Items() {}

    static List<ItemId> of(List<Allocation> allocations) {
        return allocations.stream().map(a -> new ItemId(a.sku(), a.location())).toList();
    }

    static List<ItemId> shippedFrom(List<Parcel> parcels) {
        return parcels.stream().map(p -> new ItemId(p.sku(), p.location())).toList();
    }

    /** Units by item: two lines of one return may bring the same SKU back to the same place, where it is one return. */
    static Map<ItemId, Integer> returnedTo(List<ReturnedLine> lines) {
        Map<ItemId, Integer> units = new LinkedHashMap<>();
        lines.forEach(l -> units.merge(new ItemId(l.sku(), l.location()), l.quantity(), Math::addExact));
        return units;
    }
}

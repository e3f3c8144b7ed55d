package io.daybook.command.inventory;

import io.daybook.command.dispatch.SnapshotForm;
import io.daybook.domain.inventory.InventoryItem;
import io.daybook.domain.inventory.InventoryItem.FallenShort;
import io.daybook.domain.inventory.InventoryItem.Return;
import io.daybook.domain.inventory.InventoryItem.Stocked;
import io.daybook.domain.inventory.Promises;
import io.daybook.domain.inventory.Promises.Allocated;
import io.daybook.domain.inventory.Promises.Hold;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An item as it is stored beside its events: lists in place of the maps that it decides with. */
record ItemSnapshot(
        String id,
        int onHand,
        List<Held> holds,
        List<Promised> allocations,
        List<Return> returns,
        Instant lastDecidedAt,
        int missing) {
    /** Raise it with any change of this record or of {@link InventoryItem#evolve}. */
    private static final int REVISION = 4;

    static final SnapshotForm<InventoryItemAggregate, ItemSnapshot> FORM = new SnapshotForm<>(
            "inventory.Item",
            REVISION,
            InventoryItemAggregate.class,
            ItemSnapshot.class,
            shell -> of(shell.id(), shell.state().stock(), shell.state().missing()),
            kept -> new InventoryItemAggregate(kept.id(), kept.item()));

    record Held(ReservationId reservation, OrderId order, int quantity, Instant expiresAt, boolean extended) {}

    record Promised(ReservationId reservation, OrderId order, int quantity, Instant since) {}

    private static ItemSnapshot of(String id, Stocked item, int missing) {
        Promises promises = item.promises();
        return new ItemSnapshot(
                id,
                item.onHand(),
                promises.holds().entrySet().stream()
                        .map(e -> new Held(
                                e.getKey(),
                                e.getValue().order(),
                                e.getValue().quantity(),
                                e.getValue().expiresAt(),
                                e.getValue().extended()))
                        .toList(),
                promises.allocations().entrySet().stream()
                        .map(e -> new Promised(
                                e.getKey(),
                                e.getValue().order(),
                                e.getValue().quantity(),
                                e.getValue().since()))
                        .toList(),
                item.returns(),
                item.lastDecidedAt(),
                missing);
    }

    private InventoryItem item() {
        Map<ReservationId, Hold> held = new HashMap<>();
        holds.forEach(h -> held.put(h.reservation(), new Hold(h.order(), h.quantity(), h.expiresAt(), h.extended())));
        Map<ReservationId, Allocated> allocated = new HashMap<>();
        allocations.forEach(a -> allocated.put(a.reservation(), new Allocated(a.order(), a.quantity(), a.since())));
        Stocked stock = new Stocked(onHand, Promises.of(held, allocated), returns, lastDecidedAt);
        return missing == 0 ? stock : new FallenShort(stock, missing);
    }
}

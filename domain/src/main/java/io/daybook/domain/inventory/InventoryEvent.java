package io.daybook.domain.inventory;

import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import java.time.Instant;

/**
 * What happened to the stock of one SKU at one location. {@code onHand} is the physical stock after the event, {@code decidedAt} the
 * time the decision counted holds at: never earlier than that of the item's event before.
 */
public sealed interface InventoryEvent extends DomainEvent {
    Sku sku();

    LocationId location();

    Instant decidedAt();

    default ItemId item() {
        return new ItemId(sku(), location());
    }

    @Override
    default String aggregateId() {
        return item().toString();
    }

    @Override
    default String partitionKey() {
        return sku().value();
    }

    /**
     * @param reference the delivery note, or whatever the receiving system calls it
     */
    record StockReceived(Sku sku, LocationId location, String reference, int quantity, int onHand, Instant decidedAt)
            implements InventoryEvent {}

    /**
     * @param delta units more (or, negative, fewer) on the shelf
     */
    record StockAdjusted(Sku sku, LocationId location, int delta, String reason, int onHand, Instant decidedAt)
            implements InventoryEvent {}

    /**
     * Somebody counted the shelf.
     *
     * @param delta what the count differs by from what the book said
     */
    record StockCounted(Sku sku, LocationId location, String reference, int delta, int onHand, Instant decidedAt)
            implements InventoryEvent {}

    /** A hold: the units are promised until {@code expiresAt}. */
    record InventoryReserved(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            Instant expiresAt,
            Instant decidedAt)
            implements InventoryEvent {}

    /** The hold lasts until {@code expiresAt} instead of its first end; the only time that it is made longer. */
    record ReservationExtended(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            Instant expiresAt,
            Instant decidedAt)
            implements InventoryEvent {}

    /**
     * The hold became an allocation, which does not expire.
     *
     * @param allocated units of all the item's allocations, with these
     */
    record ReservationConfirmed(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            int allocated,
            Instant decidedAt)
            implements InventoryEvent {}

    /**
     * A hold was given back, or units of an allocation.
     *
     * @param quantity the units that are no longer promised: all of a hold, all or some of an allocation
     * @param allocated units of all the item's allocations, without these
     */
    record ReservationReleased(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            int allocated,
            String reason,
            Instant decidedAt)
            implements InventoryEvent {}

    /** Tidies a hold away that ended at {@code expiredAt}; availability had counted it as free from that moment. */
    record ReservationExpired(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            Instant expiredAt,
            Instant decidedAt)
            implements InventoryEvent {}

    /**
     * Units left the shelf; what was allocated under the reservation (nothing, for imported history) shrinks by them.
     *
     * @param allocated units of all the item's allocations, without these
     */
    record StockShipped(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            int onHand,
            int allocated,
            Instant decidedAt)
            implements InventoryEvent {}

    /** Units came back onto the shelf. */
    record StockReturned(
            Sku sku, LocationId location, OrderId order, String returnId, int quantity, int onHand, Instant decidedAt)
            implements InventoryEvent {}

    /**
     * More is promised than lies on the shelf: somebody counted or corrected it below that. Told anew, with the new number, whenever
     * that changes, until {@link ShortageClosed}.
     *
     * @param missing promised units that are not there, holds that counted at {@code decidedAt} among them; at least 1
     */
    record ItemFellShort(Sku sku, LocationId location, int missing, Instant decidedAt) implements InventoryEvent {}

    /** All that is promised lies on the shelf again. */
    record ShortageClosed(Sku sku, LocationId location, Instant decidedAt) implements InventoryEvent {}
}

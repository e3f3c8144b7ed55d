package io.daybook.domain.inventory;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import java.time.Instant;

/**
 * What may be asked of the stock of one SKU at one location. Quantities are units, at least 1 unless said otherwise; {@code now} is
 * the caller's clock, which the decision never lets run backwards.
 */
public sealed interface InventoryCommand extends Command {
    Sku sku();

    LocationId location();

    Instant now();

    default ItemId item() {
        return new ItemId(sku(), location());
    }

    @Override
    default String aggregateId() {
        return item().toString();
    }

    record ReceiveStock(Sku sku, LocationId location, String reference, int quantity, Instant now)
            implements InventoryCommand {}

    /**
     * @param delta not 0; the shelf must not fall below zero
     */
    record AdjustStock(Sku sku, LocationId location, int delta, String reason, Instant now)
            implements InventoryCommand {}

    /**
     * A count that agrees with the book changes nothing, unless it is the first that is heard of the item.
     *
     * @param counted what lies on the shelf, 0 or more
     */
    record CountStock(Sku sku, LocationId location, String reference, int counted, Instant now)
            implements InventoryCommand {}

    /** Holds units until {@code expiresAt}, which must lie after {@code now}. */
    record ReserveStock(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            Instant expiresAt,
            Instant now)
            implements InventoryCommand {}

    /**
     * Makes a hold last until {@code expiresAt}, once, because a payment is pending. If the hold has ended meanwhile, {@code quantity}
     * free units are held instead, or else it refuses with {@code inventory.not-enough-stock}.
     *
     * @param expiresAt after {@code now} and after the present end
     */
    record ExtendReservation(
            Sku sku,
            LocationId location,
            ReservationId reservation,
            OrderId order,
            int quantity,
            Instant expiresAt,
            Instant now)
            implements InventoryCommand {}

    /**
     * Makes an allocation of a hold; if the hold has ended, of {@code quantity} free units, or else refuses with
     * {@code inventory.not-enough-stock}.
     */
    record ConfirmReservation(
            Sku sku, LocationId location, ReservationId reservation, OrderId order, int quantity, Instant now)
            implements InventoryCommand {}

    /**
     * @param quantity at most so many units of an allocation; a hold is given back whole
     */
    record ReleaseReservation(
            Sku sku, LocationId location, ReservationId reservation, int quantity, String reason, Instant now)
            implements InventoryCommand {
        /** Gives back all of it. */
        public ReleaseReservation(Sku sku, LocationId location, ReservationId reservation, String reason, Instant now) {
            this(sku, location, reservation, Integer.MAX_VALUE, reason, now);
        }
    }

    /** Tidies away every hold that has ended by {@code now}. */
    record ExpireReservations(Sku sku, LocationId location, Instant now) implements InventoryCommand {}

    /** Takes allocated units off the shelf, also in parts. */
    record ShipStock(Sku sku, LocationId location, ReservationId reservation, int quantity, Instant now)
            implements InventoryCommand {}

    /**
     * Puts returned units back onto the shelf; the same {@code returnId} of the same order twice changes nothing,
     * so units of one return that come back to one item must be asked for together.
     */
    record ReturnStock(Sku sku, LocationId location, OrderId order, String returnId, int quantity, Instant now)
            implements InventoryCommand {}

    /** Imported history: units that were once sold leave the shelf without having been promised here. */
    record RecordPastSale(
            Sku sku, LocationId location, ReservationId reservation, OrderId order, int quantity, Instant now)
            implements InventoryCommand {}
}

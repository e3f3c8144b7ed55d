package io.daybook.domain.inventory;

import io.daybook.domain.kernel.Refusal;
import io.daybook.domain.kernel.ReservationId;
import java.time.Instant;

/** Why the stock of one SKU at one location said no. Quantities are units. */
public sealed interface InventoryRefusal extends Refusal {
    ItemId item();

    /** Nothing was ever received, counted or returned there. */
    record UnknownItem(ItemId item) implements InventoryRefusal {}

    /**
     * @param field of the command
     * @param bounds what the field must be, in words
     */
    record BadQuantity(ItemId item, String field, int value, String bounds) implements InventoryRefusal {}

    /** More units on the shelf than the book can hold. */
    record TooMuchStock(ItemId item, String field, int value, int onHand) implements InventoryRefusal {}

    record NotEnoughStock(ItemId item, int wanted, int available) implements InventoryRefusal {}

    /** The shelf does not hold what shall be taken from it. */
    record BelowZero(ItemId item, int taken, int onHand) implements InventoryRefusal {}

    record UnknownReservation(ItemId item, ReservationId reservation) implements InventoryRefusal {}

    /** The same reservation was made before, for another order or quantity. */
    record ReservationDiffers(ItemId item, ReservationId reservation) implements InventoryRefusal {}

    /** The hold would have ended before it began. */
    record HoldInThePast(ItemId item, ReservationId reservation, Instant expiresAt, Instant decidedAt)
            implements InventoryRefusal {}

    /** A hold is made longer once, and this one was: it ends at {@code until}. */
    record AlreadyExtended(ItemId item, ReservationId reservation, Instant until) implements InventoryRefusal {}

    /** The extension would end the hold before its time, {@code until}, or just then. */
    record NotLonger(ItemId item, ReservationId reservation, Instant expiresAt, Instant until)
            implements InventoryRefusal {}

    /** Fewer units are allocated under the reservation than shall be shipped; none while it is only held. */
    record NotAllocated(ItemId item, ReservationId reservation, int wanted, int allocated)
            implements InventoryRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case UnknownItem r -> "inventory.unknown-item";
            case BadQuantity r -> "inventory.bad-quantity";
            case TooMuchStock r -> "inventory.bad-quantity";
            case NotEnoughStock r -> "inventory.not-enough-stock";
            case BelowZero r -> "inventory.below-zero";
            case UnknownReservation r -> "inventory.unknown-reservation";
            case ReservationDiffers r -> "inventory.reservation-differs";
            case HoldInThePast r -> "inventory.reservation-expired";
            case AlreadyExtended r -> "inventory.already-extended";
            case NotLonger r -> "inventory.extension-not-longer";
            case NotAllocated r -> "inventory.not-allocated";
        };
    }

    @Override
    default String message() {
        return switch (this) {
            case UnknownItem r -> "No stock was ever recorded for " + r.item + ".";
            case BadQuantity r -> r.field + " must be " + r.bounds + " but is " + r.value + ".";
            case TooMuchStock r ->
                r.field + " of " + r.value + " is too much: " + r.item + " would hold more than "
                        + InventoryDecider.MOST_UNITS + " units; " + r.onHand + " are on hand.";
            case NotEnoughStock r ->
                r.item + " has " + r.available + " units that are free, and " + r.wanted + " are wanted.";
            case BelowZero r -> r.item + " has " + r.onHand + " units on hand; " + r.taken + " cannot be taken.";
            case UnknownReservation r -> "There is no reservation " + r.reservation + " of " + r.item + ".";
            case ReservationDiffers r ->
                "Reservation " + r.reservation + " of " + r.item + " was made for another order or quantity.";
            case HoldInThePast r ->
                "Reservation " + r.reservation + " of " + r.item + " would end at " + r.expiresAt
                        + ", which is not after " + r.decidedAt + ".";
            case AlreadyExtended r ->
                "Reservation " + r.reservation + " of " + r.item + " was extended before; it ends at " + r.until + ".";
            case NotLonger r ->
                "Reservation " + r.reservation + " of " + r.item + " would end at " + r.expiresAt
                        + ", which is not after " + r.until + ", when it ends now.";
            case NotAllocated r ->
                "Under reservation " + r.reservation + " of " + r.item + " " + r.allocated + " units are allocated; "
                        + r.wanted + " cannot be shipped.";
        };
    }
}

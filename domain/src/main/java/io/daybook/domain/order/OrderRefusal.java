package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refusal;
import io.daybook.domain.kernel.Sku;
import java.time.Instant;

/** Why an order said no. Quantities are units, amounts in messages minor units. */
public sealed interface OrderRefusal extends Refusal {
    OrderId order();

    record UnknownOrder(OrderId order) implements OrderRefusal {}

    /** The id is taken by an order, or a past return, of other content. */
    record AlreadyPlaced(OrderId order) implements OrderRefusal {}

    record Empty(OrderId order) implements OrderRefusal {}

    record TooManyLines(OrderId order, int lines, int most) implements OrderRefusal {}

    record DuplicateLine(OrderId order, int line) implements OrderRefusal {}

    record MixedCurrencies(OrderId order, String one, String other) implements OrderRefusal {}

    record TotalNegative(OrderId order, Money total) implements OrderRefusal {}

    /** Beyond what an amount can say. */
    record TotalTooLarge(OrderId order) implements OrderRefusal {}

    record LineWithoutStock(OrderId order, int line) implements OrderRefusal {}

    record NotConfirmed(OrderId order) implements OrderRefusal {}

    record NoPaymentDue(OrderId order) implements OrderRefusal {}

    record NotPaid(OrderId order) implements OrderRefusal {}

    record TooLateToPay(OrderId order, Instant heldUntil) implements OrderRefusal {}

    record HoldExtended(OrderId order, Instant heldUntil) implements OrderRefusal {}

    record HoldNotLonger(OrderId order, Instant wanted, Instant heldUntil) implements OrderRefusal {}

    record NotCleared(OrderId order) implements OrderRefusal {}

    record NotInReview(OrderId order) implements OrderRefusal {}

    record AlreadyConfirmed(OrderId order) implements OrderRefusal {}

    record AlreadyShipped(OrderId order) implements OrderRefusal {}

    record AlreadyCancelled(OrderId order) implements OrderRefusal {}

    /** Nothing, or not all of it, was shipped. */
    record NotShipped(OrderId order) implements OrderRefusal {}

    record UnknownLine(OrderId order, int line, Sku sku) implements OrderRefusal {}

    record BadQuantity(OrderId order, int line, Sku sku, int quantity) implements OrderRefusal {}

    record OverShipped(OrderId order, int line, Sku sku, long wanted, long left) implements OrderRefusal {}

    record OverCancelled(OrderId order, int line, Sku sku, long wanted, long left) implements OrderRefusal {}

    record OverReturned(OrderId order, int line, Sku sku, long wanted, long returnable) implements OrderRefusal {}

    /** A bundle has one price, so it comes back, or is cancelled, whole. */
    record PartOfBundle(OrderId order, int line, Sku sku) implements OrderRefusal {}

    /** The id is that of an imported credit note. */
    record NotAnOrder(OrderId order) implements OrderRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case UnknownOrder r -> "order.unknown-order";
            case AlreadyPlaced r -> "order.already-placed";
            case Empty r -> "order.empty";
            case TooManyLines r -> "order.too-many-lines";
            case DuplicateLine r -> "order.duplicate-line";
            case MixedCurrencies r -> "order.mixed-currencies";
            case TotalNegative r -> "order.total-negative";
            case TotalTooLarge r -> "order.total-too-large";
            case LineWithoutStock r -> "order.line-without-stock";
            case NotConfirmed r -> "order.not-confirmed";
            case NoPaymentDue r -> "order.no-payment-due";
            case NotPaid r -> "order.not-paid";
            case TooLateToPay r -> "order.too-late-to-pay";
            case HoldExtended r -> "order.hold-extended";
            case HoldNotLonger r -> "order.hold-not-longer";
            case NotCleared r -> "order.not-cleared";
            case NotInReview r -> "order.not-in-review";
            case AlreadyConfirmed r -> "order.already-confirmed";
            case AlreadyShipped r -> "order.already-shipped";
            case AlreadyCancelled r -> "order.cancelled";
            case NotShipped r -> "order.not-shipped";
            case UnknownLine r -> "order.unknown-line";
            case BadQuantity r -> "order.bad-quantity";
            case OverShipped r -> "order.over-shipped";
            case OverCancelled r -> "order.over-cancelled";
            case OverReturned r -> "order.over-returned";
            case PartOfBundle r -> "order.part-of-bundle";
            case NotAnOrder r -> "order.not-an-order";
        };
    }

    @Override
    default String message() {
        return switch (this) {
            case UnknownOrder r -> "There is no order " + r.order + ".";
            case AlreadyPlaced r -> "Order " + r.order + " was placed before with other content.";
            case Empty r -> "Order " + r.order + ": at least one line is needed.";
            case TooManyLines r ->
                "Order " + r.order + " has " + r.lines + " lines; at most " + r.most + " are possible.";
            case DuplicateLine r -> "Order " + r.order + " has line " + r.line + " twice.";
            case MixedCurrencies r ->
                "Order " + r.order + " mixes " + r.one + " and " + r.other + "; one currency is possible.";
            case TotalNegative r ->
                "The total of order " + r.order + " must not be negative but is " + r.total.minor() + ".";
            case TotalTooLarge r -> "The total of order " + r.order + " is too large to be written.";
            case LineWithoutStock r -> "No stock was found for line " + r.line + " of order " + r.order + ".";
            case NotConfirmed r -> "Order " + r.order + " is not confirmed yet.";
            case NoPaymentDue r -> "Order " + r.order + " is on invoice; no payment is due now.";
            case NotPaid r -> "Order " + r.order + " has no payment yet.";
            case TooLateToPay r ->
                "The stock of order " + r.order + " was held until " + r.heldUntil + "; it can no longer be paid.";
            case HoldExtended r ->
                "The stock of order " + r.order + " is held until " + r.heldUntil + " already, longer than at first.";
            case HoldNotLonger r ->
                "The stock of order " + r.order + " is held until " + r.heldUntil + ", which is not before " + r.wanted
                        + ".";
            case NotCleared r -> "Order " + r.order + " is not cleared of fraud yet.";
            case NotInReview r -> "Order " + r.order + " does not wait for a review.";
            case AlreadyConfirmed r -> "Order " + r.order + " is confirmed.";
            case AlreadyShipped r -> "Order " + r.order + " has already been shipped, in whole or in part.";
            case AlreadyCancelled r -> "Order " + r.order + " is cancelled.";
            case NotShipped r -> "Order " + r.order + " has not been shipped, or not all of it.";
            case UnknownLine r -> "Order " + r.order + " has no " + r.sku + " on line " + r.line + ".";
            case BadQuantity r ->
                "Order " + r.order + ", line " + r.line + ", " + r.sku + ": quantity must be at least 1 but is "
                        + r.quantity + ".";
            case OverShipped r ->
                "Order " + r.order + ", line " + r.line + ": " + r.left + " units of " + r.sku + " are left to ship; "
                        + r.wanted + " are not.";
            case OverCancelled r ->
                "Order " + r.order + ", line " + r.line + ": " + r.left + " units of " + r.sku + " are left to ship; "
                        + r.wanted + " cannot be cancelled.";
            case OverReturned r ->
                "Order " + r.order + ", line " + r.line + ": " + r.returnable + " units of " + r.sku
                        + " can come back; " + r.wanted + " cannot.";
            case PartOfBundle r ->
                "Order " + r.order + ", line " + r.line + ": " + r.sku
                        + " is part of a bundle, which comes back, or is cancelled, whole.";
            case NotAnOrder r -> r.order + " is an imported credit note and no order.";
        };
    }
}

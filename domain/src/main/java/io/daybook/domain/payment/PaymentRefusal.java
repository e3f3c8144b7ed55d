package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refusal;

/** Why a payment said no. Amounts in messages are minor units. */
public sealed interface PaymentRefusal extends Refusal {
    OrderId order();

    /** The provider has not answered, or the buyer has not done what it wants of them. */
    record Pending(OrderId order) implements PaymentRefusal {}

    record AlreadyAuthorised(OrderId order) implements PaymentRefusal {}

    /** The order has ended. */
    record Ended(OrderId order) implements PaymentRefusal {}

    record AmountDiffers(OrderId order, Money asked, Money answered) implements PaymentRefusal {}

    /** Money is, or was, set aside under another name: a person has to see to it. */
    record SecondAuthorisation(OrderId order, String authorisation) implements PaymentRefusal {}

    record NothingToPay(OrderId order) implements PaymentRefusal {}

    /** The provider wants nothing of the buyer. */
    record NoAction(OrderId order) implements PaymentRefusal {}

    /** The provider says something about a payment, a capture or a refund that was never asked for. */
    record NotAskedFor(OrderId order, String what) implements PaymentRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case Pending r -> "payment.pending";
            case AlreadyAuthorised r -> "payment.already-authorised";
            case Ended r -> "payment.ended";
            case AmountDiffers r -> "payment.amount-differs";
            case SecondAuthorisation r -> "payment.second-authorisation";
            case NothingToPay r -> "payment.nothing-to-pay";
            case NoAction r -> "payment.no-action";
            case NotAskedFor r -> "payment.not-asked-for";
        };
    }

    @Override
    default String message() {
        return switch (this) {
            case Pending r -> "The payment of order " + r.order + " is under way; its outcome is not known yet.";
            case AlreadyAuthorised r -> "Order " + r.order + " has its payment already.";
            case Ended r -> "The payment of order " + r.order + " has ended with the order.";
            case AmountDiffers r ->
                "For order " + r.order + " " + r.asked.minor() + " " + r.asked.currency() + " were asked, "
                        + r.answered.minor() + " " + r.answered.currency() + " were set aside.";
            case SecondAuthorisation r ->
                "Money for order " + r.order + " is set aside twice; nobody waits for " + r.authorisation + ".";
            case NothingToPay r -> "Order " + r.order + " has nothing to be paid.";
            case NoAction r -> "The payment of order " + r.order + " wants nothing of its buyer.";
            case NotAskedFor r -> "For order " + r.order + " nobody asked for " + r.what + ".";
        };
    }
}

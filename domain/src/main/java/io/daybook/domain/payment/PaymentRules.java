package io.daybook.domain.payment;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.payment.Payment.ActionRequired;
import io.daybook.domain.payment.Payment.Authorised;
import io.daybook.domain.payment.Payment.Declined;
import io.daybook.domain.payment.Payment.NotRequested;
import io.daybook.domain.payment.Payment.Released;
import io.daybook.domain.payment.Payment.Releasing;
import io.daybook.domain.payment.Payment.Requested;

/** The rules of an order's money that wishes of several kinds meet. */
final class PaymentRules {
    private PaymentRules() {}

    static Account aCaptureWasAskedFor(OrderId order, String shipmentId, Payment payment) {
        Account account = anAccountIsOpen(order, "a capture", payment);
        if (!account.captures().ids().contains(shipmentId)) {
            throw nobodyAskedFor(order, "the capture " + shipmentId);
        }
        return account;
    }

    static Account aRefundWasAskedFor(OrderId order, String refundId, Payment payment) {
        Account account = anAccountIsOpen(order, "a refund", payment);
        if (!account.refunds().ids().contains(refundId)) {
            throw nobodyAskedFor(order, "the refund " + refundId);
        }
        return account;
    }

    private static Account anAccountIsOpen(OrderId order, String what, Payment payment) {
        return switch (payment) {
            case Authorised p -> p.account();
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ ->
                throw nobodyAskedFor(order, what);
        };
    }

    static Refused nobodyAskedFor(OrderId order, String what) {
        return new Refused(new PaymentRefusal.NotAskedFor(order, what));
    }
}

package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.payment.Payment.ActionRequired;
import io.daybook.domain.payment.Payment.Authorised;
import io.daybook.domain.payment.Payment.Declined;
import io.daybook.domain.payment.Payment.NotRequested;
import io.daybook.domain.payment.Payment.Released;
import io.daybook.domain.payment.Payment.Releasing;
import io.daybook.domain.payment.Payment.Requested;
import io.daybook.domain.payment.PaymentCommand.RecordRefund;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import java.time.Instant;
import java.util.List;

/** Money that was taken is given back. */
final class Refunding {
    private Refunding() {}

    static List<PaymentEvent> request(RequestRefund c, Payment payment) {
        return switch (payment) {
            case Authorised p -> refund(c.order(), c.refundId(), c.amount(), c.reason(), p.account(), c.now());
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ -> List.of();
        };
    }

    /** Once under an id, and no more than was taken and not given back. */
    static List<PaymentEvent> refund(
            OrderId order, String refundId, Money wanted, String reason, Account account, Instant now) {
        Money amount = wanted.atMost(account.refundable());
        return account.refunds().ids().contains(refundId) ? List.of() : asking(order, refundId, 1, amount, reason, now);
    }

    static List<PaymentEvent> retry(RetryRefund c, Payment payment) {
        Account account = PaymentRules.aRefundWasAskedFor(c.order(), c.refundId(), payment);
        return account.refunds()
                .failed(c.refundId())
                .map(failed -> asking(
                        c.order(),
                        c.refundId(),
                        failed.attempt() + 1,
                        failed.amount().atMost(account.refundable()),
                        "retry",
                        c.now()))
                .orElse(List.of());
    }

    private static List<PaymentEvent> asking(
            OrderId order, String refundId, int attempt, Money amount, String reason, Instant now) {
        return amount.minor() <= 0
                ? List.of()
                : List.of(new RefundRequested(order, refundId, attempt, amount, reason, now));
    }

    static List<PaymentEvent> refunded(RecordRefund c, Payment payment) {
        Account account = PaymentRules.aRefundWasAskedFor(c.order(), c.refundId(), payment);
        return account.refunds()
                .asked(c.refundId())
                .<List<PaymentEvent>>map(asked -> List.of(new PaymentRefunded(
                        c.order(),
                        c.refundId(),
                        asked.amount(),
                        account.refunded().plus(asked.amount()),
                        c.now())))
                .orElse(List.of());
    }

    /** One that was made may come back. */
    static List<PaymentEvent> failed(RecordRefundFailure c, Payment payment) {
        Account account = PaymentRules.aRefundWasAskedFor(c.order(), c.refundId(), payment);
        return account.refunds()
                .asked(c.refundId())
                .or(() -> account.refunds().made(c.refundId()))
                .filter(asked -> asked.attempt() == c.attempt())
                .<List<PaymentEvent>>map(asked -> List.of(new RefundFailed(
                        c.order(),
                        c.refundId(),
                        asked.amount(),
                        account.refunds().failing(c.refundId()).total(),
                        c.code(),
                        c.now())))
                .orElse(List.of());
    }
}

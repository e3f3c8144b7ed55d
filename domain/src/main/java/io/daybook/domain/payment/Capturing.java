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
import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentCommand.RequestCapture;
import io.daybook.domain.payment.PaymentCommand.RetryCapture;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import java.time.Instant;
import java.util.List;

/** Money that was set aside is taken, shipment by shipment. */
final class Capturing {
    private Capturing() {}

    /** An order on invoice captures nothing, nor does a payment that has ended. */
    static List<PaymentEvent> request(RequestCapture c, Payment payment) {
        return switch (payment) {
            case Authorised p -> request(c, p.account());
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ -> List.of();
        };
    }

    private static List<PaymentEvent> request(RequestCapture c, Account account) {
        Money open = account.open();
        boolean last = c.last() || !account.inParts();
        Money amount = last ? open : c.amount().atMost(open);
        return account.captures().ids().contains(c.shipmentId())
                ? List.of()
                : asking(c.order(), c.shipmentId(), 1, amount, last, c.now());
    }

    /** What is under way, was made, or was taken with a later capture is not asked again. */
    static List<PaymentEvent> retry(RetryCapture c, Payment payment) {
        Account account = PaymentRules.aCaptureWasAskedFor(c.order(), c.shipmentId(), payment);
        return account.captures()
                .failed(c.shipmentId())
                .map(failed -> asking(
                        c.order(),
                        c.shipmentId(),
                        failed.attempt() + 1,
                        failed.amount().atMost(account.owed()),
                        failed.last(),
                        c.now()))
                .orElse(List.of());
    }

    private static List<PaymentEvent> asking(
            OrderId order, String shipmentId, int attempt, Money amount, boolean last, Instant now) {
        return amount.minor() <= 0
                ? List.of()
                : List.of(new CaptureRequested(order, shipmentId, attempt, amount, last, now));
    }

    static List<PaymentEvent> captured(RecordCapture c, Payment payment) {
        Account account = PaymentRules.aCaptureWasAskedFor(c.order(), c.shipmentId(), payment);
        return account.captures()
                .asked(c.shipmentId())
                .<List<PaymentEvent>>map(asked -> List.of(new PaymentCaptured(
                        c.order(),
                        c.shipmentId(),
                        asked.amount(),
                        account.captured().plus(asked.amount()),
                        c.now())))
                .orElse(List.of());
    }

    static List<PaymentEvent> failed(RecordCaptureFailure c, Payment payment) {
        Account account = PaymentRules.aCaptureWasAskedFor(c.order(), c.shipmentId(), payment);
        return account.captures()
                .asked(c.shipmentId())
                .<List<PaymentEvent>>map(asked ->
                        List.of(new CaptureFailed(c.order(), c.shipmentId(), asked.amount(), c.code(), c.now())))
                .orElse(List.of());
    }
}

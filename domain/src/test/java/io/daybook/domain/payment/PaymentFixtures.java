package io.daybook.domain.payment;

import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import io.daybook.domain.kernel.Story;
import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentActionRequired;
import io.daybook.domain.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentVoided;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words that stories about money are told in: Ada owes 85 euros for her order. */
final class PaymentFixtures {
    static final OrderId ORDER = new OrderId("O-1");
    static final CustomerId ADA = new CustomerId("C-1");
    static final PaymentToken CARD = new PaymentToken("pm_card");
    static final PaymentToken OTHER_CARD = new PaymentToken("pm_other");
    static final String MONEY = "auth-1";
    static final Money TOTAL = euros(85_00);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(3600);

    private PaymentFixtures() {}

    static Story<PaymentCommand, Payment, PaymentEvent> given(PaymentEvent... past) {
        return new Story<PaymentCommand, Payment, PaymentEvent>(
                        Payment.initial(), Payment::evolve, PaymentDecider::decide)
                .given(List.of(past));
    }

    /** Paid and captured, and 10 euros are to be given back. */
    static Story<PaymentCommand, Payment, PaymentEvent> givenARefundWasAsked(PaymentEvent... since) {
        return given(
                        requested(),
                        authorised(),
                        captureRequested("S-1", 85_00, true),
                        captured("S-1", 85_00, 85_00),
                        refundRequested("R-1", 10_00, "too small"))
                .given(List.of(since));
    }

    static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    static RequestPayment request(PaymentToken method) {
        return new RequestPayment(ORDER, ADA, TOTAL, method, LATER);
    }

    static PaymentEvent requested() {
        return new PaymentRequested(ORDER, ADA, 1, TOTAL, CARD, NOON);
    }

    static PaymentEvent requestedAgain() {
        return new PaymentRequested(ORDER, ADA, 2, TOTAL, OTHER_CARD, LATER);
    }

    static PaymentEvent actionRequired() {
        return new PaymentActionRequired(ORDER, 1, MONEY, LATER);
    }

    static PaymentEvent authorised() {
        return authorised(MONEY, true);
    }

    static PaymentEvent authorised(String authorisation, boolean inParts) {
        return new PaymentAuthorised(ORDER, 1, authorisation, TOTAL, inParts, LATER);
    }

    static PaymentEvent declined() {
        return new PaymentDeclined(ORDER, 1, "insufficient_funds", LATER);
    }

    static PaymentEvent captureRequested(String shipmentId, long cents, boolean last) {
        return new CaptureRequested(ORDER, shipmentId, 1, euros(cents), last, LATER);
    }

    static PaymentEvent captured(String shipmentId, long cents, long total) {
        return new PaymentCaptured(ORDER, shipmentId, euros(cents), euros(total), LATER);
    }

    static PaymentEvent refundRequested(String refundId, long cents, String reason) {
        return new RefundRequested(ORDER, refundId, 1, euros(cents), reason, LATER);
    }

    static PaymentEvent refunded(String refundId, long cents, long total) {
        return new PaymentRefunded(ORDER, refundId, euros(cents), euros(total), LATER);
    }

    static PaymentEvent refundFailed() {
        return new RefundFailed(ORDER, "R-1", euros(10_00), euros(0), "closed_account", LATER);
    }

    static PaymentEvent refundAskedAgain() {
        return new RefundRequested(ORDER, "R-1", 2, euros(10_00), "retry", LATER);
    }

    static PaymentEvent voidRequested(@Nullable String authorisation) {
        return new VoidRequested(ORDER, authorisation, "cancelled", LATER);
    }

    static PaymentEvent voided() {
        return new PaymentVoided(ORDER, LATER);
    }

    static PaymentRefusal notAskedFor(String what) {
        return new PaymentRefusal.NotAskedFor(ORDER, what);
    }
}

package io.daybook.domain.payment;

import io.daybook.domain.kernel.Refused;
import io.daybook.domain.payment.PaymentCommand.EndPayment;
import io.daybook.domain.payment.PaymentCommand.LowerPayment;
import io.daybook.domain.payment.PaymentCommand.RecordActionRequired;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentCommand.RecordDecline;
import io.daybook.domain.payment.PaymentCommand.RecordRefund;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import io.daybook.domain.payment.PaymentCommand.RequestCapture;
import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import io.daybook.domain.payment.PaymentCommand.RetryCapture;
import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import java.util.List;

/**
 * Decides what becomes of a wish about an order's money, or of what the provider said.
 *
 * <p>Doing again what was done changes nothing, and neither does what the provider says late, twice, or of a request that another
 * has replaced. Money that it has set aside is never passed over: it is captured, released, or refused loudly.
 */
public final class PaymentDecider {
    /** Under this id what was captured is given back when an order ends. */
    public static final String END = "end";

    private PaymentDecider() {}

    /**
     * @return what happened; empty if nothing changes
     * @throws Refused with a {@link PaymentRefusal}
     */
    public static List<PaymentEvent> decide(PaymentCommand command, Payment payment) {
        return switch (command) {
            case RequestPayment c -> Authorising.request(c, payment);
            case RecordAuthorisation c -> Authorising.authorised(c, payment);
            case RecordActionRequired c -> Authorising.actionRequired(c, payment);
            case RecordDecline c -> Authorising.declined(c, payment);

            case RequestCapture c -> Capturing.request(c, payment);
            case RecordCapture c -> Capturing.captured(c, payment);
            case RecordCaptureFailure c -> Capturing.failed(c, payment);
            case RetryCapture c -> Capturing.retry(c, payment);

            case RequestRefund c -> Refunding.request(c, payment);
            case RecordRefund c -> Refunding.refunded(c, payment);
            case RecordRefundFailure c -> Refunding.failed(c, payment);
            case RetryRefund c -> Refunding.retry(c, payment);

            case LowerPayment c -> Lowering.lower(c, payment);
            case EndPayment c -> Lowering.end(c, payment);
            case RecordVoid c -> Lowering.released(c, payment);
        };
    }
}

package io.daybook.domain.payment;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import java.time.Instant;

/**
 * What may be asked of an order's payment. {@code Request…} and {@code End…} are wishes of the shop, {@code Record…} is what the
 * provider said.
 */
public sealed interface PaymentCommand extends Command {
    OrderId order();

    Instant now();

    /** That of the order: a payment is decided about with its order, so it waits for its turn where the order's wishes do. */
    @Override
    default String aggregateId() {
        return order().aggregateId();
    }

    /** @param amount the order's total, above zero */
    record RequestPayment(OrderId order, CustomerId customer, Money amount, PaymentToken method, Instant now)
            implements PaymentCommand {}

    /**
     * @param attempt which request the provider answers, from 1
     * @param authorisation the provider's name for it
     * @param inParts whether it can be captured in several parts
     */
    record RecordAuthorisation(
            OrderId order, int attempt, String authorisation, Money amount, boolean inParts, Instant now)
            implements PaymentCommand {}

    /** The buyer has to do something first, at the provider's form. */
    record RecordActionRequired(OrderId order, int attempt, String authorisation, Instant now)
            implements PaymentCommand {}

    record RecordDecline(OrderId order, int attempt, String code, Instant now) implements PaymentCommand {}

    /**
     * @param amount what the shipment is worth; more than is left is cut to what is left
     * @param last nothing more will be shipped: all that is left is captured
     */
    record RequestCapture(OrderId order, String shipmentId, Money amount, boolean last, Instant now)
            implements PaymentCommand {}

    record RecordCapture(OrderId order, String shipmentId, Instant now) implements PaymentCommand {}

    /** Repeating it will not help, unless something changes at the provider. */
    record RecordCaptureFailure(OrderId order, String shipmentId, String code, Instant now) implements PaymentCommand {}

    /** A person wants a capture that failed to be asked again. */
    record RetryCapture(OrderId order, String shipmentId, Instant now) implements PaymentCommand {}

    /**
     * Units of the order were cancelled.
     *
     * @param amount what is not owed any more
     * @param last nothing more will be shipped: what is owed and not captured is captured, the rest is released
     */
    record LowerPayment(OrderId order, String cancellationId, Money amount, boolean last, String reason, Instant now)
            implements PaymentCommand {}

    /** @param amount more than was captured and not given back is cut to that */
    record RequestRefund(OrderId order, String refundId, Money amount, String reason, Instant now)
            implements PaymentCommand {}

    record RecordRefund(OrderId order, String refundId, Instant now) implements PaymentCommand {}

    /**
     * Repeating it will not help; or it was made, and the buyer's bank sent it back.
     *
     * @param attempt which try it is about; an answer to an earlier one changes nothing
     */
    record RecordRefundFailure(OrderId order, String refundId, int attempt, String code, Instant now)
            implements PaymentCommand {}

    /** A person wants a refund that failed to be asked again. */
    record RetryRefund(OrderId order, String refundId, Instant now) implements PaymentCommand {}

    /** The order has ended: what is set aside is released, what was captured is given back. */
    record EndPayment(OrderId order, String reason, Instant now) implements PaymentCommand {}

    /** Nothing is set aside any more. */
    record RecordVoid(OrderId order, Instant now) implements PaymentCommand {}
}

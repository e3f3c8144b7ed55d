package io.daybook.domain.payment;

import io.daybook.domain.kernel.AboutPerson;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.PaymentToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to an order's money: the facts that bookkeeping needs. {@code occurredAt} is business time. */
public sealed interface PaymentEvent extends DomainEvent {
    /** Of every payment's aggregate id, before that of its order. */
    String PREFIX = "payment:";

    OrderId order();

    Instant occurredAt();

    /** The aggregate id of the one payment of an order. */
    static String idOf(OrderId order) {
        return PREFIX + order.value();
    }

    /** Whose payment has the aggregate id. */
    static OrderId orderOf(String aggregateId) {
        return new OrderId(aggregateId.substring(PREFIX.length()));
    }

    @Override
    default String aggregateId() {
        return idOf(order());
    }

    @Override
    default String partitionKey() {
        return order().value();
    }

    /**
     * The provider is to be asked to set the money aside.
     *
     * @param attempt from 1
     */
    record PaymentRequested(
            OrderId order, CustomerId customer, int attempt, Money amount, PaymentToken method, Instant occurredAt)
            implements PaymentEvent, AboutPerson {
        @Override
        public CustomerId subject() {
            return customer;
        }

        @Override
        public boolean carriesPersonalData() {
            return true;
        }
    }

    record PaymentActionRequired(OrderId order, int attempt, String authorisation, Instant occurredAt)
            implements PaymentEvent {}

    /** @param inParts whether it can be captured in several parts */
    record PaymentAuthorised(
            OrderId order, int attempt, String authorisation, Money amount, boolean inParts, Instant occurredAt)
            implements PaymentEvent {}

    /** @param code the provider's */
    record PaymentDeclined(OrderId order, int attempt, String code, Instant occurredAt) implements PaymentEvent {}

    /**
     * @param shipmentId of the shipment, or of the cancellation, that it is asked for
     * @param attempt from 1; one more each time that a person has it asked again
     * @param last whatever is left after it is released
     */
    record CaptureRequested(
            OrderId order, String shipmentId, int attempt, Money amount, boolean last, Instant occurredAt)
            implements PaymentEvent {}

    /** @param captured of the payment so far, this included */
    record PaymentCaptured(OrderId order, String shipmentId, Money amount, Money captured, Instant occurredAt)
            implements PaymentEvent {}

    /** Goods have left, and their money did not come: a person has to see to it. */
    record CaptureFailed(OrderId order, String shipmentId, Money amount, String code, Instant occurredAt)
            implements PaymentEvent {}

    /** @param attempt from 1; one more each time that a person has it asked again */
    record RefundRequested(OrderId order, String refundId, int attempt, Money amount, String reason, Instant occurredAt)
            implements PaymentEvent {}

    /** @param refunded of the payment so far, this included */
    record PaymentRefunded(OrderId order, String refundId, Money amount, Money refunded, Instant occurredAt)
            implements PaymentEvent {}

    /**
     * Money that is due to the buyer was not given back: a person has to see to it.
     *
     * @param refunded of the payment so far, without this
     */
    record RefundFailed(OrderId order, String refundId, Money amount, Money refunded, String code, Instant occurredAt)
            implements PaymentEvent {}

    /**
     * Units of the order were cancelled, and less is owed.
     *
     * @param amount by how much less
     * @param limit what may be captured in all from now on; what was captured beyond what is owed is given back
     */
    record PaymentLowered(
            OrderId order, String cancellationId, Money amount, Money limit, String reason, Instant occurredAt)
            implements PaymentEvent {}

    /**
     * What is set aside and not captured is to be released.
     *
     * @param authorisation null as long as the provider has not answered
     */
    record VoidRequested(OrderId order, @Nullable String authorisation, String reason, Instant occurredAt)
            implements PaymentEvent {}

    /** Nothing is set aside any more. */
    record PaymentVoided(OrderId order, Instant occurredAt) implements PaymentEvent {}
}

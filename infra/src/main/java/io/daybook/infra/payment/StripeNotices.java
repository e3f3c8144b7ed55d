package io.daybook.infra.payment;

import static java.util.Objects.requireNonNullElse;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeError;
import com.stripe.model.StripeObject;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentNotice;
import io.daybook.command.payment.PaymentNotice.Kind;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's events in our words; those that say nothing to us, or are about payments that are not ours, are nothing. */
final class StripeNotices {
    private final StripeLine line;

    StripeNotices(StripeLine line) {
        this.line = line;
    }

    /** @throws PaymentUnanswered if the event is one of those that leave out whose it is, and Stripe cannot be asked */
    Optional<PaymentNotice> of(Event event) {
        return switch (event.getType()) {
            case "payment_intent.amount_capturable_updated",
                    "payment_intent.succeeded",
                    "payment_intent.payment_failed",
                    "payment_intent.requires_action",
                    "payment_intent.processing",
                    "payment_intent.canceled" -> ofIntent(event, (PaymentIntent) object(event));
            case "charge.refunded" -> ofCharge(event, (Charge) object(event));
            case "refund.failed" -> ofRefund(event, (Refund) object(event));
            default -> Optional.empty();
        };
    }

    private static StripeObject object(Event event) {
        try {
            var data = event.getDataObjectDeserializer();
            return data.getObject().isPresent() ? data.getObject().get() : data.deserializeUnsafe();
        } catch (EventDataObjectDeserializationException odd) {
            throw new IllegalStateException(
                    "the webhook's API version " + event.getApiVersion() + " cannot be read: " + odd.getMessage(), odd);
        }
    }

    private static Optional<PaymentNotice> ofIntent(Event event, PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        boolean captured = requireNonNullElse(intent.getAmountReceived(), 0L) > 0;
        return switch (event.getType()) {
            case "payment_intent.payment_failed" ->
                notice(
                        event,
                        intent,
                        Kind.DECLINED,
                        intent.getAmount(),
                        error == null ? "unknown" : StripeAnswers.code(error));
            case "payment_intent.requires_action" ->
                notice(event, intent, Kind.ACTION_REQUIRED, intent.getAmount(), null);
            case "payment_intent.processing" -> notice(event, intent, Kind.PENDING, intent.getAmount(), null);
            case "payment_intent.canceled" ->
                notice(
                        event,
                        intent,
                        Kind.CANCELLED,
                        intent.getAmount() - requireNonNullElse(intent.getAmountReceived(), 0L),
                        intent.getCancellationReason());
            // what is still capturable changes both when money is set aside and when a part of it is taken
            default ->
                captured
                        ? notice(event, intent, Kind.CAPTURED, intent.getAmountReceived(), null)
                        : notice(event, intent, Kind.AUTHORISED, intent.getAmount(), null);
        };
    }

    private static Optional<PaymentNotice> notice(
            Event event, PaymentIntent intent, Kind kind, Long amount, @Nullable String reason) {
        Money money = StripeAnswers.money(intent, amount);
        return notice(event, intent.getMetadata(), intent.getId(), kind, money, reason);
    }

    /** A charge has its payment's metadata. */
    private static Optional<PaymentNotice> ofCharge(Event event, Charge charge) {
        Money refunded = StripeMoney.in(charge.getAmountRefunded(), charge.getCurrency());
        return charge.getPaymentIntent() == null
                ? Optional.empty()
                : notice(event, charge.getMetadata(), charge.getPaymentIntent(), Kind.REFUNDED, refunded, null);
    }

    /** A refund has not, so its payment is asked for; refunds that fail are rare. */
    private Optional<PaymentNotice> ofRefund(Event event, Refund refund) {
        String wish = refund.getMetadata() == null ? null : refund.getMetadata().get(StripeAnswers.WISH);
        if (refund.getPaymentIntent() == null || wish == null) {
            return Optional.empty();
        }
        try {
            PaymentIntent intent = line.call(stripe -> stripe.paymentIntents().retrieve(refund.getPaymentIntent()));
            String order = requireNonNullElse(intent.getMetadata().get(StripeAnswers.ORDER), "");
            return notice(
                    event,
                    Map.of(StripeAnswers.ORDER, order, StripeAnswers.WISH, wish),
                    intent.getId(),
                    Kind.REFUND_FAILED,
                    StripeMoney.in(refund.getAmount(), refund.getCurrency()),
                    refund.getFailureReason());
        } catch (StripeException answer) {
            throw PaymentUnanswered.wrong("the payment of a refund cannot be read: " + answer.getMessage(), answer);
        }
    }

    private static Optional<PaymentNotice> notice(
            Event event,
            Map<String, String> metadata,
            String intent,
            Kind kind,
            Money amount,
            @Nullable String reason) {
        String order = metadata.getOrDefault(StripeAnswers.ORDER, "");
        String wish = metadata.getOrDefault(StripeAnswers.WISH, "");
        if (order.isEmpty() || wish.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PaymentNotice(
                event.getId(),
                new OrderId(order),
                new AuthorisationId(intent),
                new PaymentKey(wish),
                kind,
                amount,
                reason,
                Instant.ofEpochSecond(event.getCreated())));
    }
}

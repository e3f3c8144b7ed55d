package io.daybook.infra.payment;

import static java.util.Objects.requireNonNullElse;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.Cancellation;
import io.daybook.command.payment.Capture;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.command.payment.Refund;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks Stripe. */
final class StripePayments implements PaymentProvider {
    private static final String CHARGE = "latest_charge";

    private final StripeLine line;
    private final StripeSearch search;

    StripePayments(StripeLine line, StripeSearch search) {
        this.line = line;
        this.search = search;
    }

    @Override
    public Authorisation authorise(OrderId order, Money amount, PaymentMethod method, PaymentKey key) {
        PaymentIntentCreateParams wish = PaymentIntentCreateParams.builder()
                .setAmount(StripeMoney.out(amount))
                .setCurrency(StripeMoney.currency(amount))
                .setPaymentMethod(method.token())
                .addPaymentMethodType("card")
                .setConfirm(true)
                .setUseStripeSdk(true)
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .setPaymentMethodOptions(severalCaptures())
                .putMetadata(StripeAnswers.ORDER, order.value())
                .putMetadata(StripeAnswers.WISH, key.value())
                .addExpand(CHARGE)
                .build();
        try {
            return StripeAnswers.authorisation(
                    line.call(stripe -> stripe.paymentIntents().create(wish, StripeLine.with(key))));
        } catch (StripeException answer) {
            StripeAnswers.no(answer);
            return StripeAnswers.declined(answer);
        }
    }

    private static PaymentIntentCreateParams.PaymentMethodOptions severalCaptures() {
        return PaymentIntentCreateParams.PaymentMethodOptions.builder()
                .setCard(PaymentIntentCreateParams.PaymentMethodOptions.Card.builder()
                        .setRequestMulticapture(
                                PaymentIntentCreateParams.PaymentMethodOptions.Card.RequestMulticapture.IF_AVAILABLE)
                        .build())
                .build();
    }

    @Override
    public Capture capture(AuthorisationId authorisation, Money amount, boolean last, PaymentKey key) {
        PaymentIntentCaptureParams.Builder wish =
                PaymentIntentCaptureParams.builder().setAmountToCapture(StripeMoney.out(amount));
        if (!last) {
            wish.setFinalCapture(false);
        }
        try {
            PaymentIntent intent = line.call(stripe ->
                    stripe.paymentIntents().capture(authorisation.value(), wish.build(), StripeLine.with(key)));
            return new Capture.Captured(
                    authorisation,
                    StripeAnswers.money(intent, intent.getAmountReceived()),
                    StripeAnswers.money(intent, intent.getAmountCapturable()));
        } catch (StripeException answer) {
            StripeError no = StripeAnswers.no(answer);
            return new Capture.NotCaptured(authorisation, StripeAnswers.code(no), message(no));
        }
    }

    @Override
    public Refund refund(AuthorisationId authorisation, Money amount, PaymentKey key) {
        RefundCreateParams wish = RefundCreateParams.builder()
                .setPaymentIntent(authorisation.value())
                .setAmount(StripeMoney.out(amount))
                .putMetadata(StripeAnswers.WISH, key.value())
                .build();
        try {
            com.stripe.model.Refund refund =
                    line.call(stripe -> stripe.refunds().create(wish, StripeLine.with(key)));
            return switch (refund.getStatus()) {
                case "succeeded" -> new Refund.Refunded(authorisation, refund.getId(), amount);
                case "failed", "canceled" ->
                    new Refund.NotRefunded(
                            authorisation,
                            requireNonNullElse(refund.getFailureReason(), refund.getStatus()),
                            "The refund failed.");
                default -> new Refund.RefundPending(authorisation, refund.getId(), amount);
            };
        } catch (StripeException answer) {
            StripeError no = StripeAnswers.no(answer);
            return new Refund.NotRefunded(authorisation, StripeAnswers.code(no), message(no));
        }
    }

    @Override
    public Cancellation cancel(AuthorisationId authorisation, PaymentKey key) {
        PaymentIntentCancelParams wish = PaymentIntentCancelParams.builder().build();
        try {
            line.call(stripe -> stripe.paymentIntents().cancel(authorisation.value(), wish, StripeLine.with(key)));
            return new Cancellation.Released(authorisation);
        } catch (StripeException answer) {
            StripeError no = StripeAnswers.no(answer);
            return StripeAnswers.isCancelled(no)
                    ? new Cancellation.Released(authorisation)
                    : new Cancellation.NotReleased(authorisation, StripeAnswers.code(no), message(no));
        }
    }

    @Override
    public Optional<PaymentStanding> read(AuthorisationId authorisation) {
        return search.read(authorisation);
    }

    @Override
    public List<PaymentStanding> find(OrderId order, Instant askedAt) {
        return search.find(order, askedAt);
    }

    private static String message(StripeError no) {
        return requireNonNullElse(no.getMessage(), "The payment provider refused it.");
    }
}

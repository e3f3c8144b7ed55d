package io.daybook.infra.payment;

import static java.util.Objects.requireNonNullElse;

import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.domain.kernel.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe's objects and errors in our words. */
final class StripeAnswers {
    /** Metadata of a payment: whose it is, and which of our wishes it came from. */
    static final String ORDER = "order";

    static final String WISH = "wish";

    private StripeAnswers() {}

    static Authorisation authorisation(PaymentIntent intent) {
        AuthorisationId id = new AuthorisationId(intent.getId());
        return switch (intent.getStatus()) {
            case "requires_capture", "succeeded" ->
                new Authorisation.Authorised(id, money(intent, intent.getAmount()), inParts(intent));
            case "canceled" -> new Authorisation.Cancelled(id);
            case "requires_action", "requires_confirmation" ->
                new Authorisation.ActionRequired(id, intent.getClientSecret());
            case "requires_payment_method" -> declined(id, intent.getLastPaymentError());
            default -> new Authorisation.Pending(id);
        };
    }

    /** A 402: the payment exists, and its bank said no. */
    static Authorisation declined(StripeException no) {
        StripeError error = no.getStripeError();
        PaymentIntent intent = error == null ? null : error.getPaymentIntent();
        return declined(intent == null ? null : new AuthorisationId(intent.getId()), error);
    }

    private static Authorisation declined(@Nullable AuthorisationId id, @Nullable StripeError error) {
        return error == null
                ? new Authorisation.Declined(id, "requires_payment_method", "No payment method was accepted.")
                : new Authorisation.Declined(id, code(error), requireNonNullElse(error.getMessage(), "Declined."));
    }

    /** The bank's own reason says more than that there is one. */
    static String code(StripeError error) {
        String reason = requireNonNullElse(error.getDeclineCode(), requireNonNullElse(error.getCode(), ""));
        return reason.isEmpty() ? requireNonNullElse(error.getType(), "unknown") : reason;
    }

    /** A "no" to what was asked, or our own mistake. */
    static StripeError no(StripeException answer) {
        StripeError error = answer.getStripeError();
        int status = requireNonNullElse(answer.getStatusCode(), 0);
        boolean aboutTheWish = error != null
                && (status == 400 || status == 402 || status == 404)
                && !"idempotency_error".equals(error.getType())
                && !requireNonNullElse(error.getCode(), "").startsWith("parameter_");
        if (!aboutTheWish) {
            throw PaymentUnanswered.wrong("the payment provider refused the request: " + answer.getMessage(), answer);
        }
        return error;
    }

    static boolean isCancelled(StripeError error) {
        return error.getPaymentIntent() != null
                && "canceled".equals(error.getPaymentIntent().getStatus());
    }

    static Money money(PaymentIntent intent, @Nullable Long amount) {
        return StripeMoney.in(requireNonNullElse(amount, 0L), intent.getCurrency());
    }

    /** Empty for a payment that did not come from us. */
    static Optional<PaymentStanding> standing(PaymentIntent intent) {
        String wish = intent.getMetadata().get(WISH);
        if (wish == null || wish.isEmpty()) {
            return Optional.empty();
        }
        Charge charge = intent.getLatestChargeObject();
        return Optional.of(new PaymentStanding(
                new AuthorisationId(intent.getId()),
                new PaymentKey(wish),
                authorisation(intent),
                money(intent, intent.getAmountReceived()),
                money(intent, charge == null ? 0L : charge.getAmountRefunded())));
    }

    private static boolean inParts(PaymentIntent intent) {
        Charge charge = intent.getLatestChargeObject();
        if (charge == null
                || charge.getPaymentMethodDetails() == null
                || charge.getPaymentMethodDetails().getCard() == null) {
            return false;
        }
        var multicapture = charge.getPaymentMethodDetails().getCard().getMulticapture();
        return multicapture != null && "available".equals(multicapture.getStatus());
    }
}

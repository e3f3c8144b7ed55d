package io.daybook.infra.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import io.daybook.command.dispatch.BadField;
import io.daybook.command.payment.PaymentNotices;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes what Stripe tells by itself. Anybody can send something here, so nothing is believed that is not signed with the endpoint's
 * secret, and lately. A 200 says that we have it; after anything else Stripe sends it again.
 */
@RestController
final class StripeWebhookEndpoint {
    static final String SIGNATURE = "Stripe-Signature";

    private final String secret;
    private final Duration tolerance;
    private final StripeNotices words;
    private final Supplier<PaymentNotices> listener;

    /** @param listener is asked for with the first notice, since it is made of much that is not there yet when endpoints are */
    StripeWebhookEndpoint(StripeProperties properties, StripeNotices words, Supplier<PaymentNotices> listener) {
        secret = properties.webhookSecret();
        tolerance = properties.webhookTolerance();
        this.words = words;
        this.listener = listener;
    }

    /** The body is taken as it came: a signature is over bytes, not over what they mean. */
    @PostMapping("/webhooks/stripe")
    void take(
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = SIGNATURE, required = false) @Nullable String signature) {
        if (secret.isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.SERVICE_UNAVAILABLE, "daybook.payments.stripe.webhook-secret is not set");
        }
        Event event = verified(body == null ? "" : new String(body, UTF_8), signature);
        words.of(event).ifPresent(notice -> listener.get().take(notice));
    }

    private Event verified(String body, @Nullable String signature) {
        if (signature == null) {
            throw new BadField(SIGNATURE, "is missing");
        }
        try {
            return Webhook.constructEvent(body, signature, secret, tolerance.toSeconds());
        } catch (SignatureVerificationException forged) {
            throw new BadField(SIGNATURE, "is not ours for this body, or is too old");
        }
    }
}

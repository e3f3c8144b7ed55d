package io.daybook.infra.payment;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code daybook.payments.stripe}.
 *
 * @param url of the API
 * @param secretKey of the account; without one no payment is asked for
 * @param webhookSecret of the webhook endpoint; without one no webhook is taken
 * @param webhookTolerance how old a webhook's signature may be
 * @param connectTimeout for one try
 * @param readTimeout for one try
 * @param retries of one call after its first try, with the same idempotency key and pauses of at most 5 s
 * @param circuit when to stop asking for a while
 */
@ConfigurationProperties("daybook.payments.stripe")
public record StripeProperties(
        @DefaultValue("https://api.stripe.com") URI url,
        @DefaultValue("") String secretKey,
        @DefaultValue("") String webhookSecret,
        @DefaultValue("5m") Duration webhookTolerance,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("2") int retries,
        @DefaultValue Circuit circuit) {

    /**
     * @param calls the last so many are looked at, and at least half as many are needed for a verdict
     * @param failing the percentage of them without an answer that opens the circuit
     * @param open for how long nobody is asked
     */
    public record Circuit(
            @DefaultValue("20") int calls,
            @DefaultValue("50") int failing,
            @DefaultValue("10s") Duration open) {}

    /** Without the secrets: whoever has them moves money. */
    @Override
    public String toString() {
        return "StripeProperties[url=" + url + ", secretKey=" + told(secretKey) + ", webhookSecret="
                + told(webhookSecret) + ", readTimeout=" + readTimeout + ", retries=" + retries + ", circuit=" + circuit
                + "]";
    }

    private static String told(String secret) {
        return secret.isBlank() ? "not set" : "set";
    }
}

package io.daybook.command.payment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How orders are paid.
 *
 * @param provider who moves the money; with none every order is on invoice
 * @param askAtOnce how many payments are taken to the provider at a time
 * @param askAgainAfter how long a wish may go unanswered before it is found out what became of it
 * @param askAgainEvery how often that is looked for
 */
@ConfigurationProperties("daybook.payments")
public record PaymentProperties(
        @DefaultValue("none") Provider provider,
        @DefaultValue("64") int askAtOnce,
        @DefaultValue("20s") Duration askAgainAfter,
        @DefaultValue("10s") Duration askAgainEvery) {
    /** Who moves the money. */
    public enum Provider {
        NONE,
        STRIPE
    }

    public boolean isPrepaid() {
        return provider != Provider.NONE;
    }
}

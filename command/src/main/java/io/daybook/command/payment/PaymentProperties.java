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
 * @param watchAtMostEvery a payment that waits for its buyer is looked at after {@code askAgainAfter}, then after twice as long each
 *     time, until it is this long; well below {@code daybook.holds.duration}, or money may be seen too late for its order
 */
@ConfigurationProperties("daybook.payments")
public record PaymentProperties(
        @DefaultValue("none") Provider provider,
        @DefaultValue("64") int askAtOnce,
        @DefaultValue("20s") Duration askAgainAfter,
        @DefaultValue("10s") Duration askAgainEvery,
        @DefaultValue("1m") Duration watchAtMostEvery) {
    /** Who moves the money. */
    public enum Provider {
        NONE,
        STRIPE
    }

    public boolean isPrepaid() {
        return provider != Provider.NONE;
    }
}

package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.PaymentToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the provider is to be asked next about a payment. Asking twice under the same ids moves the money once. */
public sealed interface Due {
    Money amount();

    /** @param since when it was first asked for */
    record Authorise(int attempt, Money amount, PaymentToken method, Instant since) implements Due {}

    /** Whether the buyer has done what the provider's form wanted of them; nobody else can say. */
    record Watch(int attempt, String authorisation, Money amount, Instant since) implements Due {}

    /** One of several that an account may have. */
    sealed interface Step extends Due {
        /** Unique among those of its kind. */
        String id();

        /** From 1; one more each time that a person has it asked again. */
        int attempt();
    }

    /**
     * @param last whatever is left after it is released
     * @param since when the payment was asked for
     * @param wishedAt when the capture was
     */
    record Capture(
            String authorisation,
            String shipmentId,
            int attempt,
            Money amount,
            boolean last,
            Instant since,
            Instant wishedAt)
            implements Step {
        @Override
        public String id() {
            return shipmentId;
        }
    }

    /**
     * @param since when the payment was asked for
     * @param wishedAt when the refund was
     */
    record Refund(String authorisation, String refundId, int attempt, Money amount, Instant since, Instant wishedAt)
            implements Step {
        @Override
        public String id() {
            return refundId;
        }
    }

    /**
     * What is set aside and not captured.
     *
     * @param authorisation null if the provider never answered: then it has to be found first
     * @param since when the payment was asked for
     */
    record Release(int attempt, @Nullable String authorisation, Money amount, Instant since) implements Due {}
}

package io.daybook.devservers.payments;

import java.util.Locale;

/** One way to misbehave in the answer to one request that would change something. */
enum Fault {
    /** Answers late; meanwhile the same idempotency key is in use. */
    DELAY,
    /** The bank says no. */
    DECLINE,
    /** 500, nothing happened, and the idempotency key is as good as new. */
    ERROR_500,
    /** 500, nothing happened, and the idempotency key is answered so from now on: Stripe keeps failures too. */
    ERROR_500_KEPT,
    /** 500, although everything happened; the idempotency key tells the truth when asked again. */
    ERROR_500_AFTER_SUCCESS,
    /** 429, nothing happened. */
    RATE_LIMIT,
    /** Nothing happened and nothing is answered. */
    TIMEOUT,
    /** Everything happened and nothing is answered. */
    TIMEOUT_AFTER_SUCCESS,
    WEBHOOK_LATE,
    WEBHOOK_TWICE,
    /** The webhook has been delivered before the answer leaves. */
    WEBHOOK_BEFORE_ANSWER,
    /** The webhook never comes. */
    WEBHOOK_LOST;

    static Fault parse(String name) {
        for (Fault fault : values()) {
            if (fault.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                return fault;
            }
        }
        throw Refusal.invalid(null, "fault", "Unknown fault: " + name);
    }
}

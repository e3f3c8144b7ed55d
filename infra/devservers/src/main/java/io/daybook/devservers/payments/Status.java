package io.daybook.devservers.payments;

import java.util.Locale;

/** Where a payment stands, in Stripe's words. */
enum Status {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_ACTION,
    PROCESSING,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.daybook.app.proof;

/**
 * What was moved for one order, in cents.
 *
 * @param authorised ever set aside
 * @param held still set aside, and not captured
 */
record Money(long authorised, long held, long captured, long refunded) {
    static final Money NONE = new Money(0, 0, 0, 0);

    static Money heldOnly(long cents) {
        return new Money(cents, cents, 0, 0);
    }

    static Money capturedAll(long cents) {
        return new Money(cents, 0, cents, 0);
    }

    Money authorised(long cents) {
        return new Money(authorised + cents, held + cents, captured, refunded);
    }

    Money released() {
        return new Money(authorised, 0, captured, refunded);
    }

    Money captured(long cents) {
        return new Money(authorised, held - cents, captured + cents, refunded);
    }

    Money refunded(long cents) {
        return new Money(authorised, held, captured, refunded + cents);
    }
}

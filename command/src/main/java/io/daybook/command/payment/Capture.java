package io.daybook.command.payment;

import io.daybook.domain.kernel.Money;

/** What became of a wish to capture. */
public sealed interface Capture {
    /**
     * @param total captured of this authorisation so far, this capture included
     * @param left still set aside, zero after the last capture
     */
    record Captured(AuthorisationId id, Money total, Money left) implements Capture {}

    /**
     * Nothing was captured, and repeating it will not help: the authorisation lapsed, was cancelled or is too small.
     *
     * @param code the provider's, stable
     * @param message one sentence for a person
     */
    record NotCaptured(AuthorisationId id, String code, String message) implements Capture {}
}

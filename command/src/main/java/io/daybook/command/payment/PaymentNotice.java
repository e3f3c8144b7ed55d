package io.daybook.command.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the provider told by itself, and proved to be its own word. Notices come late, twice, out of order, and before the answer to
 * the wish they are about.
 *
 * @param eventId the provider's name for this notice; the same one may come again under the same name
 * @param key of the wish that the authorisation came from, of whichever round; of a failed refund, the key of that refund
 * @param amount as {@link Kind} says
 * @param reason the provider's stable code, for what was refused or failed
 * @param at by the provider's clock
 */
public record PaymentNotice(
        String eventId,
        OrderId order,
        AuthorisationId authorisation,
        PaymentKey key,
        Kind kind,
        Money amount,
        @Nullable String reason,
        Instant at) {

    /** What happened, and which amount is told. */
    public enum Kind {
        /** The amount is set aside. */
        AUTHORISED,
        /** The bank said no to the amount. */
        DECLINED,
        /** The buyer has to do something before the amount is set aside. */
        ACTION_REQUIRED,
        /** The bank takes its time over the amount. */
        PENDING,
        /** Money was captured; the amount is what was captured in all. */
        CAPTURED,
        /** Money was given back; the amount is what was given back in all. */
        REFUNDED,
        /** The amount, which was to be given back, did not reach the buyer and is ours again. */
        REFUND_FAILED,
        /** The amount is no longer set aside: cancelled, or lapsed. */
        CANCELLED
    }
}

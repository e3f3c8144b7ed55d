package io.daybook.command.payment;

import io.daybook.domain.kernel.Money;
import org.jspecify.annotations.Nullable;

/** How an attempt to set money aside stands. */
public sealed interface Authorisation {

    /**
     * The money is set aside.
     *
     * @param inParts whether it can be captured in several parts; if not, the first capture is the last
     */
    record Authorised(AuthorisationId id, Money amount, boolean inParts) implements Authorisation {}

    /**
     * The bank said no.
     *
     * @param id null if the provider keeps nothing of it
     * @param code the provider's, stable: {@code insufficient_funds}
     * @param message one sentence for a person
     */
    record Declined(@Nullable AuthorisationId id, String code, String message) implements Authorisation {}

    /**
     * The buyer has to do something first, at the provider's form.
     *
     * @param clientSecret for the buyer's own browser; whoever has it can finish this payment, so it is kept out of logs
     */
    record ActionRequired(AuthorisationId id, String clientSecret) implements Authorisation {
        @Override
        public String toString() {
            return "ActionRequired[id=" + id + ", clientSecret=hidden]";
        }
    }

    /** The bank has not decided; a notice will come. */
    record Pending(AuthorisationId id) implements Authorisation {}

    /** Released, by us or because it lapsed; nothing more can be captured. */
    record Cancelled(AuthorisationId id) implements Authorisation {}
}

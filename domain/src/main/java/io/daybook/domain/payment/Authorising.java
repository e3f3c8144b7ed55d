package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.payment.Payment.ActionRequired;
import io.daybook.domain.payment.Payment.Authorised;
import io.daybook.domain.payment.Payment.Declined;
import io.daybook.domain.payment.Payment.NotRequested;
import io.daybook.domain.payment.Payment.Released;
import io.daybook.domain.payment.Payment.Releasing;
import io.daybook.domain.payment.Payment.Requested;
import io.daybook.domain.payment.PaymentCommand.RecordActionRequired;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RecordDecline;
import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import io.daybook.domain.payment.PaymentEvent.PaymentActionRequired;
import io.daybook.domain.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.domain.payment.PaymentEvent.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentVoided;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Money is asked for, and the provider sets it aside, wants something of the buyer first, or declines. */
final class Authorising {
    private Authorising() {}

    static List<PaymentEvent> request(RequestPayment c, Payment payment) {
        somethingIsToBePaid(c);
        return switch (payment) {
            case NotRequested _ -> List.of(requested(c, 1));
            case Declined p -> List.of(requested(c, p.attempt() + 1));
            case Requested p when p.method().equals(c.method()) -> List.of();
            case Requested _, ActionRequired _ -> throw new Refused(new PaymentRefusal.Pending(c.order()));
            case Authorised _ -> throw new Refused(new PaymentRefusal.AlreadyAuthorised(c.order()));
            case Releasing _, Released _ -> throw new Refused(new PaymentRefusal.Ended(c.order()));
        };
    }

    private static PaymentRequested requested(RequestPayment c, int attempt) {
        return new PaymentRequested(c.order(), c.customer(), attempt, c.amount(), c.method(), c.now());
    }

    static List<PaymentEvent> authorised(RecordAuthorisation c, Payment payment) {
        return switch (payment) {
            case NotRequested _ -> throw PaymentRules.nobodyAskedFor(c.order(), "a payment");
            case Requested p -> authorised(c, p.attempt(), p.amount());
            case ActionRequired p -> authorised(c, p.attempt(), p.amount());
            case Declined p -> authorised(c, p.attempt(), p.amount());
            case Authorised p -> {
                moneyIsSetAsideOnce(c, p.account().authorisation());
                yield List.of();
            }
            case Releasing p -> p.authorisation() == null ? authorised(c, p.attempt(), p.amount()) : List.of();
            case Released p -> authorisedTooLate(c, p.authorisation());
        };
    }

    private static List<PaymentEvent> authorised(RecordAuthorisation c, int attempt, Money asked) {
        theAnswerIsToTheLastRequest(c, attempt);
        whatIsSetAsideIsWhatWasAsked(c, asked);
        return List.of(authorised(c));
    }

    /** Released because nobody knew of any authorisation, and now there is one. */
    private static List<PaymentEvent> authorisedTooLate(RecordAuthorisation c, @Nullable String released) {
        return c.authorisation().equals(released)
                ? List.of()
                : List.of(authorised(c), new VoidRequested(c.order(), c.authorisation(), "too-late", c.now()));
    }

    private static PaymentAuthorised authorised(RecordAuthorisation c) {
        return new PaymentAuthorised(c.order(), c.attempt(), c.authorisation(), c.amount(), c.inParts(), c.now());
    }

    static List<PaymentEvent> actionRequired(RecordActionRequired c, Payment payment) {
        return switch (payment) {
            case NotRequested _ -> throw PaymentRules.nobodyAskedFor(c.order(), "a payment");
            case Requested p ->
                p.attempt() == c.attempt()
                        ? List.of(new PaymentActionRequired(c.order(), c.attempt(), c.authorisation(), c.now()))
                        : List.of();
            case ActionRequired _, Declined _, Authorised _, Releasing _, Released _ -> List.of();
        };
    }

    static List<PaymentEvent> declined(RecordDecline c, Payment payment) {
        return switch (payment) {
            case NotRequested _ -> throw PaymentRules.nobodyAskedFor(c.order(), "a payment");
            case Requested p -> declined(c, p.attempt());
            case ActionRequired p -> declined(c, p.attempt());
            case Releasing p -> p.attempt() == c.attempt() ? List.of(new PaymentVoided(c.order(), c.now())) : List.of();
            case Declined _, Authorised _, Released _ -> List.of();
        };
    }

    private static List<PaymentEvent> declined(RecordDecline c, int attempt) {
        return attempt == c.attempt() ? List.of(new PaymentDeclined(c.order(), attempt, c.code(), c.now())) : List.of();
    }

    private static void somethingIsToBePaid(RequestPayment c) {
        if (c.amount().minor() <= 0) {
            throw new Refused(new PaymentRefusal.NothingToPay(c.order()));
        }
    }

    private static void theAnswerIsToTheLastRequest(RecordAuthorisation c, int attempt) {
        if (c.attempt() != attempt) {
            throw new Refused(new PaymentRefusal.SecondAuthorisation(c.order(), c.authorisation()));
        }
    }

    private static void moneyIsSetAsideOnce(RecordAuthorisation c, String authorisation) {
        if (!c.authorisation().equals(authorisation)) {
            throw new Refused(new PaymentRefusal.SecondAuthorisation(c.order(), c.authorisation()));
        }
    }

    private static void whatIsSetAsideIsWhatWasAsked(RecordAuthorisation c, Money asked) {
        if (!c.amount().equals(asked)) {
            throw new Refused(new PaymentRefusal.AmountDiffers(c.order(), asked, c.amount()));
        }
    }
}

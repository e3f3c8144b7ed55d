package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.payment.Payment.ActionRequired;
import io.daybook.domain.payment.Payment.Authorised;
import io.daybook.domain.payment.Payment.Declined;
import io.daybook.domain.payment.Payment.NotRequested;
import io.daybook.domain.payment.Payment.Released;
import io.daybook.domain.payment.Payment.Releasing;
import io.daybook.domain.payment.Payment.Requested;
import io.daybook.domain.payment.PaymentCommand.EndPayment;
import io.daybook.domain.payment.PaymentCommand.LowerPayment;
import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentLowered;
import io.daybook.domain.payment.PaymentEvent.PaymentVoided;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import java.util.ArrayList;
import java.util.List;

/** Less is owed than was set aside, or nothing: what was taken beyond is given back, what was not is released. */
final class Lowering {
    /** Under this and the cancellation's id money is taken or given back when units of an order are cancelled. */
    private static final String CANCELLATION = "cancellation:";

    private Lowering() {}

    /** An order on invoice owes nothing here, nor does one whose payment has ended. */
    static List<PaymentEvent> lower(LowerPayment c, Payment payment) {
        return switch (payment) {
            case Authorised p ->
                p.account().lowerings().contains(c.cancellationId()) ? List.of() : lower(c, p.account());
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ -> List.of();
        };
    }

    /** In the end there was captured, less what is given back for it, what is owed: nothing that was cancelled. */
    private static List<PaymentEvent> lower(LowerPayment c, Account account) {
        String id = CANCELLATION + c.cancellationId();
        Money owed = account.limit().minus(c.amount());
        Money limit = owed.atLeast(account.taken());
        Money open = limit.minus(account.taken());
        Money beyond = account.taken().minus(owed);
        List<PaymentEvent> events = new ArrayList<>();
        events.add(new PaymentLowered(c.order(), c.cancellationId(), c.amount(), limit, c.reason(), c.now()));
        events.addAll(Refunding.refund(c.order(), id, beyond, c.reason(), account, c.now()));
        if (c.last() && !account.closed()) {
            if (open.minor() > 0) {
                events.add(new CaptureRequested(c.order(), id, 1, open, true, c.now()));
            } else if (account.taken().compareTo(account.amount()) < 0) {
                events.add(new VoidRequested(c.order(), account.authorisation(), c.reason(), c.now()));
            }
        }
        return List.copyOf(events);
    }

    static List<PaymentEvent> end(EndPayment c, Payment payment) {
        return switch (payment) {
            case Requested _ -> List.of(new VoidRequested(c.order(), null, c.reason(), c.now()));
            case ActionRequired p -> List.of(new VoidRequested(c.order(), p.authorisation(), c.reason(), c.now()));
            case Authorised p -> end(c, p.account());
            case NotRequested _, Declined _, Releasing _, Released _ -> List.of();
        };
    }

    private static List<PaymentEvent> end(EndPayment c, Account account) {
        return account.captures().ids().isEmpty()
                ? List.of(new VoidRequested(c.order(), account.authorisation(), c.reason(), c.now()))
                : Refunding.refund(c.order(), PaymentDecider.END, account.refundable(), c.reason(), account, c.now());
    }

    static List<PaymentEvent> released(RecordVoid c, Payment payment) {
        return switch (payment) {
            case Releasing _ -> List.of(new PaymentVoided(c.order(), c.now()));
            case Authorised p when p.account().releasing() -> List.of(new PaymentVoided(c.order(), c.now()));
            case Authorised p when p.account().closed() -> List.of();
            case Released _ -> List.of();
            case NotRequested _, Requested _, ActionRequired _, Declined _, Authorised _ ->
                throw PaymentRules.nobodyAskedFor(c.order(), "a release");
        };
    }
}

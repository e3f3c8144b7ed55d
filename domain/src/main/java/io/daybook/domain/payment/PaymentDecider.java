package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.payment.Payment.ActionRequired;
import io.daybook.domain.payment.Payment.Authorised;
import io.daybook.domain.payment.Payment.Declined;
import io.daybook.domain.payment.Payment.NotRequested;
import io.daybook.domain.payment.Payment.Released;
import io.daybook.domain.payment.Payment.Releasing;
import io.daybook.domain.payment.Payment.Requested;
import io.daybook.domain.payment.PaymentCommand.EndPayment;
import io.daybook.domain.payment.PaymentCommand.LowerPayment;
import io.daybook.domain.payment.PaymentCommand.RecordActionRequired;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentCommand.RecordDecline;
import io.daybook.domain.payment.PaymentCommand.RecordRefund;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import io.daybook.domain.payment.PaymentCommand.RequestCapture;
import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import io.daybook.domain.payment.PaymentCommand.RequestRefund;
import io.daybook.domain.payment.PaymentCommand.RetryCapture;
import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import io.daybook.domain.payment.PaymentEvent.CaptureFailed;
import io.daybook.domain.payment.PaymentEvent.CaptureRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentActionRequired;
import io.daybook.domain.payment.PaymentEvent.PaymentAuthorised;
import io.daybook.domain.payment.PaymentEvent.PaymentCaptured;
import io.daybook.domain.payment.PaymentEvent.PaymentDeclined;
import io.daybook.domain.payment.PaymentEvent.PaymentLowered;
import io.daybook.domain.payment.PaymentEvent.PaymentRefunded;
import io.daybook.domain.payment.PaymentEvent.PaymentRequested;
import io.daybook.domain.payment.PaymentEvent.PaymentVoided;
import io.daybook.domain.payment.PaymentEvent.RefundFailed;
import io.daybook.domain.payment.PaymentEvent.RefundRequested;
import io.daybook.domain.payment.PaymentEvent.VoidRequested;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of a wish about an order's money, or of what the provider said.
 *
 * <p>Doing again what was done changes nothing, and neither does what the provider says late, twice, or of a request that another
 * has replaced. Money that it has set aside is never passed over: it is captured, released, or refused loudly.
 *
 * <p>Longer than 150 lines because every wish has its answer for every state, and the compiler checks that none is left out.
 */
public final class PaymentDecider {
    /** Under this id what was captured is given back when an order ends. */
    public static final String END = "end";

    /** Under this and the cancellation's id money is taken or given back when units of an order are cancelled. */
    private static final String CANCELLATION = "cancellation:";

    private PaymentDecider() {}

    /**
     * @return what happened; empty if nothing changes
     * @throws Refused with a {@link PaymentRefusal}
     */
    public static List<PaymentEvent> decide(PaymentCommand command, Payment payment) {
        return switch (command) {
            case RequestPayment c -> request(c, payment);
            case RecordAuthorisation c -> authorised(c, payment);
            case RecordActionRequired c -> actionRequired(c, payment);
            case RecordDecline c -> declined(c, payment);
            case RequestCapture c -> requestCapture(c, payment);
            case RecordCapture c -> captured(c, payment);
            case RecordCaptureFailure c -> captureFailed(c, payment);
            case RetryCapture c -> retryCapture(c, payment);
            case LowerPayment c -> lower(c, payment);
            case RequestRefund c -> requestRefund(c, payment);
            case RecordRefund c -> refunded(c, payment);
            case RecordRefundFailure c -> refundFailed(c, payment);
            case RetryRefund c -> retryRefund(c, payment);
            case EndPayment c -> end(c, payment);
            case RecordVoid c -> released(c, payment);
        };
    }

    private static List<PaymentEvent> request(RequestPayment c, Payment payment) {
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

    private static List<PaymentEvent> authorised(RecordAuthorisation c, Payment payment) {
        return switch (payment) {
            case NotRequested _ -> throw nobodyAskedFor(c.order(), "a payment");
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

    private static List<PaymentEvent> actionRequired(RecordActionRequired c, Payment payment) {
        return switch (payment) {
            case NotRequested _ -> throw nobodyAskedFor(c.order(), "a payment");
            case Requested p
            when p.attempt() == c.attempt() ->
                List.of(new PaymentActionRequired(c.order(), c.attempt(), c.authorisation(), c.now()));
            case Requested _, ActionRequired _, Declined _, Authorised _, Releasing _, Released _ -> List.of();
        };
    }

    private static List<PaymentEvent> declined(RecordDecline c, Payment payment) {
        return switch (payment) {
            case NotRequested _ -> throw nobodyAskedFor(c.order(), "a payment");
            case Requested p -> declined(c, p.attempt());
            case ActionRequired p -> declined(c, p.attempt());
            case Releasing p -> p.attempt() == c.attempt() ? List.of(new PaymentVoided(c.order(), c.now())) : List.of();
            case Declined _, Authorised _, Released _ -> List.of();
        };
    }

    private static List<PaymentEvent> declined(RecordDecline c, int attempt) {
        return attempt == c.attempt() ? List.of(new PaymentDeclined(c.order(), attempt, c.code(), c.now())) : List.of();
    }

    /** An order on invoice captures nothing, nor does a payment that has ended. */
    private static List<PaymentEvent> requestCapture(RequestCapture c, Payment payment) {
        return switch (payment) {
            case Authorised p -> requestCapture(c, p.account());
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ -> List.of();
        };
    }

    private static List<PaymentEvent> requestCapture(RequestCapture c, Account account) {
        Money open = account.open();
        boolean last = c.last() || !account.inParts();
        Money amount = last ? open : atMost(open, c.amount());
        return account.captures().ids().contains(c.shipmentId()) || amount.minor() <= 0
                ? List.of()
                : List.of(new CaptureRequested(c.order(), c.shipmentId(), 1, amount, last, c.now()));
    }

    /** What is under way, was made, or was taken with a later capture is not asked again. */
    private static List<PaymentEvent> retryCapture(RetryCapture c, Payment payment) {
        Account account = anAccountIsOpen(c.order(), "a capture", payment);
        aShipmentWasAskedFor(c.order(), c.shipmentId(), account);
        Due.Capture failed = account.captures().failed(c.shipmentId()).orElse(null);
        if (failed == null) {
            return List.of();
        }
        Money amount = atMost(account.owed(), failed.amount());
        return amount.minor() <= 0
                ? List.of()
                : List.of(new CaptureRequested(
                        c.order(), c.shipmentId(), failed.attempt() + 1, amount, failed.last(), c.now()));
    }

    private static List<PaymentEvent> retryRefund(RetryRefund c, Payment payment) {
        Account account = anAccountIsOpen(c.order(), "a refund", payment);
        aReturnWasAskedFor(c.order(), c.refundId(), account);
        Due.Refund failed = account.refunds().failed(c.refundId()).orElse(null);
        if (failed == null) {
            return List.of();
        }
        Money amount = atMost(account.refundable(), failed.amount());
        return amount.minor() <= 0
                ? List.of()
                : List.of(new RefundRequested(c.order(), c.refundId(), failed.attempt() + 1, amount, "retry", c.now()));
    }

    /** An order on invoice owes nothing here, nor does one whose payment has ended. */
    private static List<PaymentEvent> lower(LowerPayment c, Payment payment) {
        return switch (payment) {
            case Authorised p ->
                p.account().lowerings().contains(c.cancellationId()) ? List.of() : lower(c, p.account());
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ -> List.of();
        };
    }

    /** In the end there was captured, less what is given back for it, what is owed: nothing that was cancelled. */
    private static List<PaymentEvent> lower(LowerPayment c, Account account) {
        String id = CANCELLATION + c.cancellationId();
        Money owed = account.limit().plus(c.amount().negated());
        Money limit = atLeast(account.taken(), owed);
        Money open = Account.minus(limit, account.taken());
        List<PaymentEvent> events = new ArrayList<>();
        events.add(new PaymentLowered(c.order(), c.cancellationId(), c.amount(), limit, c.reason(), c.now()));
        events.addAll(refund(c.order(), id, Account.minus(account.taken(), owed), c.reason(), account, c.now()));
        if (c.last() && !account.closed()) {
            if (open.minor() > 0) {
                events.add(new CaptureRequested(c.order(), id, 1, open, true, c.now()));
            } else if (account.taken().compareTo(account.amount()) < 0) {
                events.add(new VoidRequested(c.order(), account.authorisation(), c.reason(), c.now()));
            }
        }
        return List.copyOf(events);
    }

    private static List<PaymentEvent> captured(RecordCapture c, Payment payment) {
        Account account = anAccountIsOpen(c.order(), "a capture", payment);
        aShipmentWasAskedFor(c.order(), c.shipmentId(), account);
        return account.captures()
                .asked(c.shipmentId())
                .<List<PaymentEvent>>map(asked -> List.of(new PaymentCaptured(
                        c.order(),
                        c.shipmentId(),
                        asked.amount(),
                        account.captured().plus(asked.amount()),
                        c.now())))
                .orElse(List.of());
    }

    private static List<PaymentEvent> captureFailed(RecordCaptureFailure c, Payment payment) {
        Account account = anAccountIsOpen(c.order(), "a capture", payment);
        aShipmentWasAskedFor(c.order(), c.shipmentId(), account);
        return account.captures()
                .asked(c.shipmentId())
                .<List<PaymentEvent>>map(asked ->
                        List.of(new CaptureFailed(c.order(), c.shipmentId(), asked.amount(), c.code(), c.now())))
                .orElse(List.of());
    }

    private static List<PaymentEvent> requestRefund(RequestRefund c, Payment payment) {
        return switch (payment) {
            case Authorised p -> refund(c.order(), c.refundId(), c.amount(), c.reason(), p.account(), c.now());
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ -> List.of();
        };
    }

    private static List<PaymentEvent> refund(
            OrderId order, String refundId, Money wanted, String reason, Account account, Instant now) {
        Money amount = atMost(account.refundable(), wanted);
        return account.refunds().ids().contains(refundId) || amount.minor() <= 0
                ? List.of()
                : List.of(new RefundRequested(order, refundId, 1, amount, reason, now));
    }

    private static List<PaymentEvent> refunded(RecordRefund c, Payment payment) {
        Account account = anAccountIsOpen(c.order(), "a refund", payment);
        aReturnWasAskedFor(c.order(), c.refundId(), account);
        return account.refunds()
                .asked(c.refundId())
                .<List<PaymentEvent>>map(asked -> List.of(new PaymentRefunded(
                        c.order(),
                        c.refundId(),
                        asked.amount(),
                        account.refunded().plus(asked.amount()),
                        c.now())))
                .orElse(List.of());
    }

    private static List<PaymentEvent> refundFailed(RecordRefundFailure c, Payment payment) {
        Account account = anAccountIsOpen(c.order(), "a refund", payment);
        aReturnWasAskedFor(c.order(), c.refundId(), account);
        return account.refunds()
                .asked(c.refundId())
                .or(() -> account.refunds().made(c.refundId()))
                .filter(asked -> asked.attempt() == c.attempt())
                .<List<PaymentEvent>>map(asked -> List.of(new RefundFailed(
                        c.order(),
                        c.refundId(),
                        asked.amount(),
                        account.refunds().failing(c.refundId()).total(),
                        c.code(),
                        c.now())))
                .orElse(List.of());
    }

    private static List<PaymentEvent> end(EndPayment c, Payment payment) {
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
                : refund(c.order(), END, account.refundable(), c.reason(), account, c.now());
    }

    private static List<PaymentEvent> released(RecordVoid c, Payment payment) {
        return switch (payment) {
            case Releasing _ -> List.of(new PaymentVoided(c.order(), c.now()));
            case Authorised p when p.account().releasing() -> List.of(new PaymentVoided(c.order(), c.now()));
            case Authorised p when p.account().closed() -> List.of();
            case Released _ -> List.of();
            case NotRequested _, Requested _, ActionRequired _, Declined _, Authorised _ ->
                throw nobodyAskedFor(c.order(), "a release");
        };
    }

    private static Money atMost(Money most, Money wanted) {
        return wanted.compareTo(most) > 0 ? most : wanted;
    }

    private static Money atLeast(Money least, Money wanted) {
        return wanted.compareTo(least) < 0 ? least : wanted;
    }

    // The rules.

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

    private static Account anAccountIsOpen(OrderId order, String what, Payment payment) {
        return switch (payment) {
            case Authorised p -> p.account();
            case NotRequested _, Requested _, ActionRequired _, Declined _, Releasing _, Released _ ->
                throw nobodyAskedFor(order, what);
        };
    }

    private static void aShipmentWasAskedFor(OrderId order, String shipmentId, Account account) {
        if (!account.captures().ids().contains(shipmentId)) {
            throw nobodyAskedFor(order, "the capture " + shipmentId);
        }
    }

    private static void aReturnWasAskedFor(OrderId order, String refundId, Account account) {
        if (!account.refunds().ids().contains(refundId)) {
            throw nobodyAskedFor(order, "the refund " + refundId);
        }
    }

    private static Refused nobodyAskedFor(OrderId order, String what) {
        return new Refused(new PaymentRefusal.NotAskedFor(order, what));
    }
}

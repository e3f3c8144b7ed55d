package io.daybook.domain.payment;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.PaymentToken;
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
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the money of one order stands.
 *
 * <p>Longer than 150 lines because each of thirteen events has its say here.
 */
public sealed interface Payment {
    /** Nothing was ever asked for: not paid yet, or on invoice. */
    record NotRequested() implements Payment {}

    /** The provider has not answered. */
    record Requested(int attempt, Money amount, PaymentToken method, Instant since) implements Payment {}

    /** The provider waits for the buyer. */
    record ActionRequired(int attempt, Money amount, String authorisation, Instant since) implements Payment {}

    record Declined(int attempt, Money amount, String code, Instant since) implements Payment {}

    record Authorised(int attempt, Account account) implements Payment {}

    /** @param authorisation null as long as the provider has not said what became of the request */
    record Releasing(int attempt, @Nullable String authorisation, Money amount, Instant since) implements Payment {}

    /** @param authorisation null if the provider never knew of one */
    record Released(int attempt, @Nullable String authorisation, Money amount, Instant since) implements Payment {}

    static Payment initial() {
        return new NotRequested();
    }

    static Payment evolve(Payment payment, PaymentEvent event) {
        return switch (event) {
            case PaymentRequested e -> new Requested(e.attempt(), e.amount(), e.method(), e.occurredAt());
            case PaymentActionRequired e -> waiting(payment, e);
            case PaymentAuthorised e -> authorised(payment, e);
            case PaymentDeclined e -> declined(payment, e);
            case CaptureRequested e -> onAccount(payment, a -> a.asking(asked(a, e)));
            case PaymentCaptured e ->
                onAccount(payment, a -> a.with(a.captures().made(e.shipmentId(), e.captured())));
            case CaptureFailed e -> onAccount(payment, a -> a.with(a.captures().failing(e.shipmentId())));
            case RefundRequested e ->
                onAccount(payment, a -> a.refunding(a.refunds().asking(asked(a, e))));
            case PaymentRefunded e ->
                onAccount(payment, a -> a.refunding(a.refunds().made(e.refundId(), e.refunded())));
            case RefundFailed e ->
                onAccount(payment, a -> a.refunding(a.refunds().failing(e.refundId())));
            case PaymentLowered e -> onAccount(payment, a -> a.lowered(e.cancellationId(), e.limit()));
            case VoidRequested e -> releasing(payment);
            case PaymentVoided e ->
                payment instanceof Releasing p
                        ? new Released(p.attempt(), p.authorisation(), p.amount(), p.since())
                        : onAccount(payment, a -> a.releasing(false));
        };
    }

    /** What the provider is to be asked next; empty if nothing is due. */
    default Optional<Due> due() {
        return switch (this) {
            case Requested p -> Optional.of(new Due.Authorise(p.attempt, p.amount, p.method, p.since));
            case ActionRequired p -> Optional.of(new Due.Watch(p.attempt, p.authorisation, p.amount, p.since));
            case Authorised p -> p.account.due(p.attempt);
            case Releasing p -> Optional.of(new Due.Release(p.attempt, p.authorisation, p.amount, p.since));
            case NotRequested _, Declined _, Released _ -> Optional.empty();
        };
    }

    private static Payment waiting(Payment payment, PaymentActionRequired e) {
        return payment instanceof Requested p
                ? new ActionRequired(p.attempt(), p.amount(), e.authorisation(), p.since())
                : payment;
    }

    /** Money that is set aside for a payment that is to be released is released under the name that it has now. */
    private static Payment authorised(Payment payment, PaymentAuthorised e) {
        return switch (payment) {
            case Requested p -> authorised(p.since(), e);
            case ActionRequired p -> authorised(p.since(), e);
            case Declined p -> authorised(p.since(), e);
            case Released p -> authorised(p.since(), e);
            case Releasing p -> new Releasing(e.attempt(), e.authorisation(), e.amount(), p.since());
            case NotRequested _, Authorised _ -> payment;
        };
    }

    private static Payment authorised(Instant since, PaymentAuthorised e) {
        return new Authorised(e.attempt(), Account.opened(e.authorisation(), e.amount(), e.inParts(), since));
    }

    private static Payment declined(Payment payment, PaymentDeclined e) {
        return switch (payment) {
            case Requested p -> new Declined(e.attempt(), p.amount(), e.code(), p.since());
            case ActionRequired p -> new Declined(e.attempt(), p.amount(), e.code(), p.since());
            case NotRequested _, Declined _, Authorised _, Releasing _, Released _ -> payment;
        };
    }

    private static Payment releasing(Payment payment) {
        return switch (payment) {
            case Requested p -> new Releasing(p.attempt(), null, p.amount(), p.since());
            case ActionRequired p -> new Releasing(p.attempt(), p.authorisation(), p.amount(), p.since());
            case Authorised p -> releasing(p, p.account());
            case NotRequested _, Declined _, Releasing _, Released _ -> payment;
        };
    }

    /** Of what was captured in part the books go on; what was not has ended. */
    private static Payment releasing(Authorised payment, Account account) {
        return account.captures().ids().isEmpty()
                ? new Releasing(payment.attempt(), account.authorisation(), account.amount(), account.since())
                : new Authorised(payment.attempt(), account.releasing(true));
    }

    private static Due.Capture asked(Account account, CaptureRequested e) {
        return new Due.Capture(
                account.authorisation(),
                e.shipmentId(),
                e.attempt(),
                e.amount(),
                e.last(),
                account.since(),
                e.occurredAt());
    }

    private static Due.Refund asked(Account account, RefundRequested e) {
        return new Due.Refund(
                account.authorisation(), e.refundId(), e.attempt(), e.amount(), account.since(), e.occurredAt());
    }

    private static Payment onAccount(Payment payment, UnaryOperator<Account> step) {
        return payment instanceof Authorised p ? new Authorised(p.attempt(), step.apply(p.account())) : payment;
    }
}

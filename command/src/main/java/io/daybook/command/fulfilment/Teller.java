package io.daybook.command.fulfilment;

import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.AuthorisationId;
import io.daybook.command.payment.Cancellation;
import io.daybook.command.payment.Capture;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.PaymentStanding;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.command.payment.Refund;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.payment.Account;
import io.daybook.domain.payment.Due;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentCommand.RecordActionRequired;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentCommand.RecordDecline;
import io.daybook.domain.payment.PaymentCommand.RecordRefund;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider for the one thing that is due next, and says in our words what it answered. Every question may be asked again
 * under the same key; one whose answer may have been lost long ago is looked up first, since providers forget keys.
 *
 * <p>Longer than 150 lines because each of five questions has all its answers here.
 */
final class Teller {
    private final PaymentProvider provider;
    private final Duration doubtAfter;

    /** @param doubtAfter how old a question is that may have been answered to nobody */
    Teller(PaymentProvider provider, Duration doubtAfter) {
        this.provider = provider;
        this.doubtAfter = doubtAfter;
    }

    /**
     * @return what to record; empty if nothing is due, or the provider waits for somebody
     * @throws PaymentUnanswered if no answer came
     */
    Optional<PaymentCommand> ask(OrderId order, Payment payment, Instant now) {
        return payment.due().flatMap(due -> switch (due) {
            case Due.Authorise d -> authorise(order, d, now);
            case Due.Watch d -> found(order, d.attempt(), d.since(), now);
            case Due.Capture d -> Optional.of(capture(order, d, account(payment), now));
            case Due.Refund d -> Optional.of(refund(order, d, account(payment), now));
            case Due.Release d -> release(order, d, now);
        });
    }

    /** What the provider knows of an attempt that nobody may be waiting for any more. */
    Optional<PaymentCommand> found(OrderId order, int attempt, Instant since, Instant now) {
        return standing(order, PaymentKey.authorise(order, attempt), since)
                .flatMap(s -> said(order, attempt, s.authorisation(), now));
    }

    private Optional<PaymentCommand> authorise(OrderId order, Due.Authorise due, Instant now) {
        PaymentKey key = PaymentKey.authorise(order, due.attempt());
        Optional<PaymentStanding> before =
                isDoubtful(due.since(), now) ? standing(order, key, due.since()) : Optional.empty();
        Authorisation answer = before.map(PaymentStanding::authorisation)
                .orElseGet(() -> provider.authorise(
                        order, due.amount(), new PaymentMethod(due.method().value()), key));
        return said(order, due.attempt(), answer, now);
    }

    private static Optional<PaymentCommand> said(OrderId order, int attempt, Authorisation answer, Instant now) {
        return switch (answer) {
            case Authorisation.Authorised a ->
                Optional.of(new RecordAuthorisation(order, attempt, a.id().value(), a.amount(), a.inParts(), now));
            case Authorisation.Declined a -> Optional.of(new RecordDecline(order, attempt, a.code(), now));
            case Authorisation.ActionRequired a ->
                Optional.of(new RecordActionRequired(order, attempt, a.id().value(), now));
            case Authorisation.Pending _ -> Optional.empty();
            case Authorisation.Cancelled _ -> Optional.of(new RecordDecline(order, attempt, "cancelled", now));
        };
    }

    /** Another try is another wish to the provider, so the one before must be known not to have been fulfilled. */
    private PaymentCommand capture(OrderId order, Due.Capture due, Account account, Instant now) {
        AuthorisationId id = new AuthorisationId(due.authorisation());
        Money total = account.captured().plus(due.amount());
        RecordCapture captured = new RecordCapture(order, due.shipmentId(), now);
        if (due.attempt() > 1 && has(order, id, due.since(), total, PaymentStanding::captured)) {
            return captured;
        }
        PaymentKey key = PaymentKey.capture(order, due.shipmentId()).round(due.attempt());
        return switch (provider.capture(id, due.amount(), due.last(), key)) {
            case Capture.Captured _ -> captured;
            case Capture.NotCaptured no ->
                has(order, id, due.since(), total, PaymentStanding::captured)
                        ? captured
                        : new RecordCaptureFailure(order, due.shipmentId(), no.code(), now);
        };
    }

    private PaymentCommand refund(OrderId order, Due.Refund due, Account account, Instant now) {
        AuthorisationId id = new AuthorisationId(due.authorisation());
        Money total = account.refunded().plus(due.amount());
        RecordRefund refunded = new RecordRefund(order, due.refundId(), now);
        if (due.attempt() > 1 && has(order, id, due.since(), total, PaymentStanding::refunded)) {
            return refunded;
        }
        PaymentKey key = PaymentKey.refund(order, due.refundId()).round(due.attempt());
        return switch (provider.refund(id, due.amount(), key)) {
            case Refund.Refunded _, Refund.RefundPending _ -> refunded;
            case Refund.NotRefunded no ->
                has(order, id, due.since(), total, PaymentStanding::refunded)
                        ? refunded
                        : new RecordRefundFailure(order, due.refundId(), due.attempt(), no.code(), now);
        };
    }

    /** What never got a name is found first: then it is released under it, or, after a while, known not to be there. */
    private Optional<PaymentCommand> release(OrderId order, Due.Release due, Instant now) {
        if (due.authorisation() != null) {
            return release(order, new AuthorisationId(due.authorisation()), now);
        }
        PaymentKey key = PaymentKey.authorise(order, due.attempt());
        PaymentStanding there = standing(order, key, due.since()).orElse(null);
        if (there == null) {
            return isDoubtful(due.since(), now) ? Optional.of(new RecordVoid(order, now)) : Optional.empty();
        }
        return switch (there.authorisation()) {
            case Authorisation.Authorised a -> said(order, due.attempt(), a, now);
            case Authorisation.Declined _, Authorisation.Cancelled _ -> Optional.of(new RecordVoid(order, now));
            case Authorisation.ActionRequired _, Authorisation.Pending _ -> release(order, there.id(), now);
        };
    }

    private Optional<PaymentCommand> release(OrderId order, AuthorisationId id, Instant now) {
        Cancellation answer = provider.cancel(id, PaymentKey.cancel(id));
        return switch (answer) {
            case Cancellation.Released _ -> Optional.of(new RecordVoid(order, now));
            case Cancellation.NotReleased no ->
                throw PaymentUnanswered.wrong(
                        "the provider does not release " + id + ": " + no.code(),
                        new IllegalStateException(no.message()));
        };
    }

    private interface Total {
        Money of(PaymentStanding standing);
    }

    /** Whether it has happened all the same: under a key that the provider has forgotten, or by the hand of a person. */
    private boolean has(OrderId order, AuthorisationId id, Instant since, Money expected, Total total) {
        return provider.find(order, since).stream()
                .filter(s -> s.id().equals(id))
                .anyMatch(s -> total.of(s).compareTo(expected) >= 0);
    }

    private Optional<PaymentStanding> standing(OrderId order, PaymentKey key, Instant since) {
        return provider.find(order, since).stream()
                .filter(s -> s.key().equals(key))
                .findFirst();
    }

    private boolean isDoubtful(Instant since, Instant now) {
        return !now.isBefore(since.plus(doubtAfter));
    }

    private static Account account(@Nullable Payment payment) {
        if (payment instanceof Payment.Authorised p) {
            return p.account();
        }
        throw new IllegalStateException("nothing is set aside");
    }
}

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
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the provider for the one thing that is due next, and says in our words what it answered. Every question may be asked again
 * under the same key: as long as the provider knows the key, it answers what became of it. One that it may have forgotten is looked
 * up first; that is dear, for young payments are found only among all of that time.
 *
 * <p>Providers keep failures under a key too. A question that has brought no answer for long is asked under the key of another round,
 * but only when its key has failed just now, so that nothing is under way with it, and then nothing is found to have come of it.
 *
 * <p>Longer than 150 lines because each of five questions has all its answers here.
 */
final class Teller {
    /** With 20 s for a doubt, four minutes: a failure that passes has passed. */
    private static final int DOUBTS_PER_ROUND = 12;

    private static final int MOST_ROUNDS = 5;

    /** Half of the shortest time for which a provider promises to know a key. */
    private static final Duration KEYS_ARE_KNOWN = Duration.ofHours(12);

    private final PaymentProvider provider;
    private final Duration doubtAfter;
    private final Duration round;

    /** @param doubtAfter how old a question is that may have been answered to nobody */
    Teller(PaymentProvider provider, Duration doubtAfter) {
        this.provider = provider;
        this.doubtAfter = doubtAfter;
        round = doubtAfter.multipliedBy(DOUBTS_PER_ROUND);
    }

    /**
     * @return what to record; empty if nothing is due, or the provider waits for somebody
     * @throws PaymentUnanswered if no answer came
     */
    Optional<PaymentCommand> ask(OrderId order, Payment payment, Instant now) {
        return payment.due().flatMap(due -> switch (due) {
            case Due.Authorise d -> authorise(order, d, now);
            case Due.Watch d -> told(order, d.attempt(), new AuthorisationId(d.authorisation()), now);
            case Due.Capture d -> Optional.of(capture(order, d, account(payment), now));
            case Due.Refund d -> Optional.of(refund(order, d, account(payment), now));
            case Due.Release d -> release(order, d, now);
        });
    }

    /** What the provider knows of an authorisation by its name, if it is that of the attempt. */
    Optional<PaymentCommand> told(OrderId order, int attempt, AuthorisationId id, Instant now) {
        return provider.read(id)
                .filter(s -> s.key().wish().equals(PaymentKey.authorise(order, attempt)))
                .flatMap(s -> said(order, attempt, s.authorisation(), now));
    }

    private Optional<PaymentCommand> authorise(OrderId order, Due.Authorise due, Instant now) {
        PaymentKey wish = PaymentKey.authorise(order, due.attempt());
        Instant lately = now.minus(round);
        Instant asked = due.since().isAfter(lately) ? due.since() : lately;
        Optional<PaymentStanding> before =
                isForgotten(due.since(), now) ? standing(order, wish, due.since()) : Optional.empty();
        Authorisation answer = before.map(PaymentStanding::authorisation)
                .orElseGet(() -> inRounds(
                        wish,
                        due.since(),
                        now,
                        key -> provider.authorise(
                                order,
                                due.amount(),
                                new PaymentMethod(due.method().value()),
                                key),
                        () -> standing(order, wish, asked).map(PaymentStanding::authorisation)));
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
        PaymentCommand made = new RecordCapture(order, due.shipmentId(), now);
        Supplier<Optional<PaymentCommand>> found =
                () -> has(id, total, PaymentStanding::captured) ? Optional.of(made) : Optional.empty();
        if (due.attempt() > 1 && found.get().isPresent()) {
            return made;
        }
        return inRounds(
                PaymentKey.capture(order, due.shipmentId()).attempt(due.attempt()),
                due.wishedAt(),
                now,
                key -> switch (provider.capture(id, due.amount(), due.last(), key)) {
                    case Capture.Captured _ -> made;
                    case Capture.NotCaptured no ->
                        found.get().orElse(new RecordCaptureFailure(order, due.shipmentId(), no.code(), now));
                },
                found);
    }

    private PaymentCommand refund(OrderId order, Due.Refund due, Account account, Instant now) {
        AuthorisationId id = new AuthorisationId(due.authorisation());
        Money total = account.refunded().plus(due.amount());
        PaymentCommand made = new RecordRefund(order, due.refundId(), now);
        Supplier<Optional<PaymentCommand>> found =
                () -> has(id, total, PaymentStanding::refunded) ? Optional.of(made) : Optional.empty();
        if (due.attempt() > 1 && found.get().isPresent()) {
            return made;
        }
        return inRounds(
                PaymentKey.refund(order, due.refundId()).attempt(due.attempt()),
                due.wishedAt(),
                now,
                key -> switch (provider.refund(id, due.amount(), key)) {
                    case Refund.Refunded _, Refund.RefundPending _ -> made;
                    case Refund.NotRefunded no ->
                        found.get()
                                .orElse(new RecordRefundFailure(order, due.refundId(), due.attempt(), no.code(), now));
                },
                found);
    }

    /** What never got a name is found first: then it is released under it, or, after a while, known not to be there. */
    private Optional<PaymentCommand> release(OrderId order, Due.Release due, Instant now) {
        if (due.authorisation() != null) {
            return release(order, new AuthorisationId(due.authorisation()), due.since(), now);
        }
        PaymentKey key = PaymentKey.authorise(order, due.attempt());
        PaymentStanding there = standing(order, key, due.since()).orElse(null);
        if (there == null) {
            return isDoubtful(due.since(), now) ? Optional.of(new RecordVoid(order, now)) : Optional.empty();
        }
        return switch (there.authorisation()) {
            case Authorisation.Authorised a -> said(order, due.attempt(), a, now);
            case Authorisation.Declined _, Authorisation.Cancelled _ -> Optional.of(new RecordVoid(order, now));
            case Authorisation.ActionRequired _, Authorisation.Pending _ ->
                release(order, there.id(), due.since(), now);
        };
    }

    /** To release what is released already does nothing, under whichever key, so nothing is looked up. */
    private Optional<PaymentCommand> release(OrderId order, AuthorisationId id, Instant since, Instant now) {
        Cancellation answer =
                inRounds(PaymentKey.cancel(id), since, now, key -> provider.cancel(id, key), () -> Optional.empty());
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
    private boolean has(AuthorisationId id, Money expected, Total total) {
        return provider.read(id)
                .filter(s -> total.of(s).compareTo(expected) >= 0)
                .isPresent();
    }

    private Optional<PaymentStanding> standing(OrderId order, PaymentKey wish, Instant since) {
        return provider.find(order, since).stream()
                .filter(s -> s.key().wish().equals(wish))
                .findFirst();
    }

    private boolean isDoubtful(Instant since, Instant now) {
        return !now.isBefore(since.plus(doubtAfter));
    }

    private static boolean isForgotten(Instant since, Instant now) {
        return !now.isBefore(since.plus(KEYS_ARE_KNOWN));
    }

    /** @param found what came of it under any of its keys, as the provider knows it now */
    private <A> A inRounds(
            PaymentKey wish,
            Instant since,
            Instant now,
            Function<PaymentKey, A> question,
            Supplier<Optional<A>> found) {
        long rounds = Math.min(MOST_ROUNDS, 1 + Duration.between(since, now).dividedBy(round));
        for (int n = 1; ; n++) {
            try {
                return question.apply(n == 1 ? wish : wish.round(n));
            } catch (PaymentUnanswered e) {
                if (!e.hasFailed() || n >= rounds) {
                    throw e;
                }
                Optional<A> came = found.get();
                if (came.isPresent()) {
                    return came.get();
                }
            }
        }
    }

    private static Account account(@Nullable Payment payment) {
        if (payment instanceof Payment.Authorised p) {
            return p.account();
        }
        throw new IllegalStateException("nothing is set aside");
    }
}

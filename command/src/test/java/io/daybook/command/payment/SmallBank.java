package io.daybook.command.payment;

import io.daybook.command.payment.Authorisation.ActionRequired;
import io.daybook.command.payment.Authorisation.Authorised;
import io.daybook.command.payment.Authorisation.Cancelled;
import io.daybook.command.payment.Authorisation.Declined;
import io.daybook.command.payment.Capture.Captured;
import io.daybook.command.payment.Capture.NotCaptured;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A provider with books of its own, in memory. A wish that comes again under its key is answered as before and moves nothing. It
 * declines {@link #POOR}, wants something of whoever pays with {@link #CAREFUL}, and can lose its answers.
 */
public final class SmallBank implements PaymentProvider {
    public static final String RICH = "pm_rich";
    public static final String POOR = "pm_poor";
    public static final String CAREFUL = "pm_careful";

    private static final class Entry {
        private final OrderId order;
        private final PaymentKey key;
        private final Money amount;
        private Authorisation stands;
        private Money captured;
        private Money refunded;

        Entry(OrderId order, PaymentKey key, Money amount, Authorisation stands) {
            this.order = order;
            this.key = key;
            this.amount = amount;
            this.stands = stands;
            captured = Money.zero(amount.currency());
            refunded = captured;
        }
    }

    private final Map<AuthorisationId, Entry> entries = new LinkedHashMap<>();
    private final Map<PaymentKey, Object> answers = new HashMap<>();
    private final List<PaymentKey> asked = new ArrayList<>();
    private int answersToLose;
    private int questionsToLose;

    /** The next wishes are fulfilled, and nobody is told. */
    public synchronized void loseAnswers(int next) {
        answersToLose = next;
    }

    /** The next wishes do not even arrive. */
    public synchronized void loseQuestions(int next) {
        questionsToLose = next;
    }

    /** The buyer does what was wanted of them. */
    public synchronized void buyerActs(OrderId order) {
        entries.forEach((id, entry) -> {
            if (entry.order.equals(order) && entry.stands instanceof ActionRequired) {
                entry.stands = new Authorised(id, entry.amount, true);
            }
        });
    }

    /** Every wish that arrived, again and again if it did. */
    public synchronized List<PaymentKey> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized Authorisation authorise(OrderId order, Money amount, PaymentMethod method, PaymentKey key) {
        return once(key, Authorisation.class, () -> {
            AuthorisationId id = new AuthorisationId("auth-" + (entries.size() + 1));
            Authorisation stands = switch (method.token()) {
                case RICH -> new Authorised(id, amount, true);
                case CAREFUL -> new ActionRequired(id, "secret");
                default -> new Declined(id, "insufficient_funds", "There is not enough money.");
            };
            entries.put(id, new Entry(order, key, amount, stands));
            return stands;
        });
    }

    @Override
    public synchronized Capture capture(AuthorisationId authorisation, Money amount, boolean last, PaymentKey key) {
        return once(key, Capture.class, () -> {
            Entry entry = entry(authorisation);
            Money total = entry.captured.plus(amount);
            if (!(entry.stands instanceof Authorised) || total.compareTo(entry.amount) > 0) {
                return new NotCaptured(authorisation, "not_set_aside", "So much is not set aside.");
            }
            entry.captured = total;
            Money left = last ? Money.zero(amount.currency()) : entry.amount.plus(total.negated());
            return new Captured(authorisation, total, left);
        });
    }

    @Override
    public synchronized Refund refund(AuthorisationId authorisation, Money amount, PaymentKey key) {
        return once(key, Refund.class, () -> {
            Entry entry = entry(authorisation);
            Money total = entry.refunded.plus(amount);
            if (total.compareTo(entry.captured) > 0) {
                return new Refund.NotRefunded(authorisation, "too_much", "So much was not captured.");
            }
            entry.refunded = total;
            return new Refund.Refunded(authorisation, "re-" + key, amount);
        });
    }

    @Override
    public synchronized Cancellation cancel(AuthorisationId authorisation, PaymentKey key) {
        return once(key, Cancellation.class, () -> {
            Entry entry = entry(authorisation);
            if (entry.captured.minor() > 0) {
                return new Cancellation.NotReleased(authorisation, "captured", "It was captured.");
            }
            entry.stands = new Cancelled(authorisation);
            return new Cancellation.Released(authorisation);
        });
    }

    @Override
    public synchronized List<PaymentStanding> find(OrderId order, Instant askedAt) {
        List<PaymentStanding> found = new ArrayList<>();
        entries.forEach((id, e) -> {
            if (e.order.equals(order)) {
                found.addFirst(new PaymentStanding(id, e.key, e.stands, e.captured, e.refunded));
            }
        });
        return List.copyOf(found);
    }

    private Entry entry(AuthorisationId id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw PaymentUnanswered.wrong("there is no " + id, new IllegalArgumentException(id.value()));
        }
        return entry;
    }

    private <T> T once(PaymentKey key, Class<T> type, Supplier<T> wish) {
        if (questionsToLose > 0) {
            questionsToLose--;
            throw PaymentUnanswered.notNow("the bank is closed", new IllegalStateException());
        }
        asked.add(key);
        Object answer = answers.computeIfAbsent(key, k -> wish.get());
        if (answersToLose > 0) {
            answersToLose--;
            throw PaymentUnanswered.lost("no answer came", new IllegalStateException());
        }
        return type.cast(answer);
    }
}

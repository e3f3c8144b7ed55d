package io.daybook.command.payment;

import io.daybook.command.payment.Authorisation.ActionRequired;
import io.daybook.command.payment.Authorisation.Authorised;
import io.daybook.command.payment.Authorisation.Cancelled;
import io.daybook.command.payment.Authorisation.Declined;
import io.daybook.command.payment.Authorisation.Pending;
import io.daybook.command.payment.Capture.Captured;
import io.daybook.command.payment.Capture.NotCaptured;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A provider with books of its own, in memory. A wish that comes again under its key is answered as before and moves nothing. What it
 * thinks of a payment method says its name; and it can lose questions and answers.
 */
public final class SmallBank implements PaymentProvider {
    public static final String RICH = "pm_rich";
    public static final String POOR = "pm_poor";
    public static final String CAREFUL = "pm_careful";
    /** The bank does not decide. */
    public static final String SLOW = "pm_slow";
    /** Can be captured once. */
    public static final String WHOLE = "pm_whole";
    /** Refunds arrive late. */
    public static final String LATE = "pm_late";

    private static final class Entry {
        private final OrderId order;
        private final PaymentKey key;
        private final Money amount;
        private final String method;
        private Authorisation stands;
        private Money captured;
        private Money refunded;
        private boolean closed;

        Entry(OrderId order, PaymentKey key, Money amount, String method, Authorisation stands) {
            this.order = order;
            this.key = key;
            this.amount = amount;
            this.method = method;
            this.stands = stands;
            captured = Money.zero(amount.currency());
            refunded = captured;
        }
    }

    private final Map<AuthorisationId, Entry> entries = new LinkedHashMap<>();
    private final Map<PaymentKey, Object> answers = new HashMap<>();
    private final Map<PaymentKey, Object> wishes = new HashMap<>();
    private final List<PaymentKey> asked = new ArrayList<>();
    private final Set<PaymentKey> stuck = new HashSet<>();
    private int answersToLose;
    private int keysToStick;
    private int questionsToLose;
    private int toRefuse;
    private int looks;

    /** How often somebody has read what became of a payment. */
    public synchronized int looks() {
        return looks;
    }

    /** The next wishes are fulfilled, and nobody is told. */
    public synchronized void loseAnswers(int next) {
        answersToLose = next;
    }

    /** The next wishes do not even arrive. */
    public synchronized void loseQuestions(int next) {
        questionsToLose = next;
    }

    /** The next captures and refunds are refused; asked again under another key they are not. */
    public synchronized void refuse(int next) {
        toRefuse = next;
    }

    private boolean refuses() {
        return toRefuse-- > 0;
    }

    /** The next wishes fail, and their keys are answered with that failure for ever. */
    public synchronized void stickKeys(int next) {
        keysToStick = next;
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
        aboveZero(amount);
        return once(key, List.of(order, amount, method.token()), Authorisation.class, () -> {
            AuthorisationId id = new AuthorisationId("auth-" + (entries.size() + 1));
            Authorisation stands = switch (method.token()) {
                case RICH, LATE -> new Authorised(id, amount, true);
                case WHOLE -> new Authorised(id, amount, false);
                case SLOW -> new Pending(id);
                case CAREFUL -> new ActionRequired(id, "secret");
                default -> new Declined(id, "insufficient_funds", "There is not enough money.");
            };
            entries.put(id, new Entry(order, key, amount, method.token(), stands));
            return stands;
        });
    }

    @Override
    public synchronized Capture capture(AuthorisationId authorisation, Money amount, boolean last, PaymentKey key) {
        aboveZero(amount);
        return once(key, List.of(authorisation, amount, last), Capture.class, () -> {
            Entry entry = entries.get(authorisation);
            if (refuses()) {
                return new NotCaptured(authorisation, "try_later", "Not now.");
            }
            if (entry == null || entry.closed || !(entry.stands instanceof Authorised there)) {
                return new NotCaptured(authorisation, "not_set_aside", "Nothing is set aside.");
            }
            Money total = entry.captured.plus(amount);
            if (total.compareTo(entry.amount) > 0) {
                return new NotCaptured(authorisation, "amount_too_large", "So much is not set aside.");
            }
            if (!last && !there.inParts()) {
                return new NotCaptured(authorisation, "in_one_part", "It can be captured once.");
            }
            entry.captured = total;
            entry.closed = last;
            Money left = last ? Money.zero(amount.currency()) : entry.amount.minus(total);
            return new Captured(authorisation, total, left);
        });
    }

    @Override
    public synchronized Refund refund(AuthorisationId authorisation, Money amount, PaymentKey key) {
        aboveZero(amount);
        return once(key, List.of(authorisation, amount), Refund.class, () -> {
            Entry entry = entries.get(authorisation);
            if (refuses()) {
                return new Refund.NotRefunded(authorisation, "try_later", "Not now.");
            }
            if (entry == null) {
                return new Refund.NotRefunded(authorisation, "unknown", "Nothing was captured.");
            }
            Money total = entry.refunded.plus(amount);
            if (total.compareTo(entry.captured) > 0) {
                return new Refund.NotRefunded(authorisation, "too_much", "So much was not captured.");
            }
            entry.refunded = total;
            if (entry.method.equals(LATE)) {
                return new Refund.RefundPending(authorisation, "re-" + key, amount);
            }
            return new Refund.Refunded(authorisation, "re-" + key, amount);
        });
    }

    @Override
    public synchronized Cancellation cancel(AuthorisationId authorisation, PaymentKey key) {
        return once(key, authorisation, Cancellation.class, () -> {
            Entry entry = entries.get(authorisation);
            if (entry == null) {
                return new Cancellation.NotReleased(authorisation, "unknown", "There is no such authorisation.");
            }
            if (entry.closed || entry.captured.equals(entry.amount)) {
                return new Cancellation.NotReleased(authorisation, "captured", "It was captured.");
            }
            entry.stands = new Cancelled(authorisation);
            return new Cancellation.Released(authorisation);
        });
    }

    @Override
    public synchronized Optional<PaymentStanding> read(AuthorisationId id) {
        looks++;
        return Optional.ofNullable(entries.get(id))
                .map(e -> new PaymentStanding(id, e.key, e.stands, e.captured, e.refunded));
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

    private static void aboveZero(Money amount) {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("amount must be above zero");
        }
    }

    private <T> T once(PaymentKey key, Object wished, Class<T> type, Supplier<T> wish) {
        if (questionsToLose > 0) {
            questionsToLose--;
            throw PaymentUnanswered.notNow("the bank is closed", new IllegalStateException());
        }
        asked.add(key);
        if (!wishes.computeIfAbsent(key, k -> wished).equals(wished)) {
            throw PaymentUnanswered.wrong(key + " was used for another wish", null);
        }
        if (keysToStick > 0) {
            keysToStick--;
            stuck.add(key);
        }
        if (stuck.contains(key)) {
            throw PaymentUnanswered.failed("something went wrong", new IllegalStateException());
        }
        Object answer = answers.computeIfAbsent(key, k -> wish.get());
        if (answersToLose > 0) {
            answersToLose--;
            throw PaymentUnanswered.lost("no answer came", new IllegalStateException());
        }
        return type.cast(answer);
    }
}

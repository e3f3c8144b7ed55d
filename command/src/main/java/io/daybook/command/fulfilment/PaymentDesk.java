package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Lanes;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentNotice;
import io.daybook.command.payment.PaymentNotices;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.payment.Payment;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does for a payment whatever is due, until nothing is, or somebody has to be waited for. Everybody who learns that something may be
 * due comes here: the process, the look for what was not answered, and the provider itself by its notices. What is due is read from
 * the log each time, so it does not matter who comes first, or how often.
 */
final class PaymentDesk implements PaymentNotices, AutoCloseable {
    /** Orders that wait here; of more, the log keeps what is due. */
    private static final int MOST_WAITING = 10_000;

    /** More than the steps that one payment has in a row; only a fault would have it go on. */
    private static final int MOST_STEPS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(PaymentDesk.class);

    private final Teller teller;
    private final Patience patience;
    private final PaymentBook book;
    private final Commands commands;
    private final Clock clock;
    private final Lanes lanes;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** @param atOnce payments that are taken to the provider at a time */
    PaymentDesk(Teller teller, Patience patience, PaymentBook book, Commands commands, Clock clock, int atOnce) {
        this.teller = teller;
        this.patience = patience;
        this.book = book;
        this.commands = commands;
        this.clock = clock;
        lanes = new Lanes(atOnce);
    }

    /** Returns at once. */
    void attend(OrderId order) {
        if (!waiting.tryAcquire()) {
            LOG.warn("the payment of order {} has to wait: {} others do", order, MOST_WAITING);
            return;
        }
        var _ = lanes.submit(order.value(), () -> attendHere(order));
    }

    /** Whether nobody is being attended to. */
    boolean isAtRest() {
        return waiting.availablePermits() == MOST_WAITING;
    }

    /** Never throws. @return whether nothing is due any more, or somebody is waited for */
    private boolean attendHere(OrderId order) {
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                if (!movesOn(order)) {
                    return true;
                }
            }
            LOG.error("the payment of order {} comes to no end", order);
        } catch (PaymentUnanswered e) {
            LOG.warn("the payment of order {} stays due: {}", order, e.getMessage());
        } catch (Refused refused) {
            LOG.error("the payment of order {} needs a person: {}", order, refused.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the payment of order {} stays due", order, e);
        } finally {
            waiting.release();
        }
        return false;
    }

    /** @return whether the provider said something new, so that something else may be due now */
    private boolean movesOn(OrderId order) {
        Payment payment = book.read(order);
        Instant now = clock.instant();
        boolean news = teller.ask(order, payment, now)
                .filter(said -> commands.send(said).changed())
                .isPresent();
        if (!news && payment.due().isPresent()) {
            patience.waits(order, now);
        } else {
            patience.ends(order);
        }
        return news;
    }

    /**
     * A notice is taken for a hint that it is worth asking, so that late, doubled and reordered ones do no harm. Money that was set
     * aside for a payment that nothing is due about is looked at here and now: nobody else would.
     */
    @Override
    public void take(PaymentNotice notice) {
        OrderId order = notice.order();
        Payment payment = book.read(order);
        if (payment instanceof Payment.NotRequested) {
            LOG.error(
                    "the provider tells of {}, for order {} that asked for no payment", notice.authorisation(), order);
            return;
        }
        switch (notice.kind()) {
            case AUTHORISED, DECLINED -> {
                // most come when it is known, or is being asked for
                if (payment.due().isEmpty() && !(payment instanceof Payment.Authorised)) {
                    teller.told(order, attemptOf(notice.key()), notice.authorisation(), clock.instant())
                            .ifPresent(this::record);
                }
            }
            case REFUND_FAILED -> refundFailed(notice);
            case ACTION_REQUIRED, PENDING, CAPTURED, REFUNDED, CANCELLED -> {}
        }
        attend(order);
    }

    /** The one thing that nobody would be told of who asked again: to the provider the refund was made. */
    private void refundFailed(PaymentNotice notice) {
        String reason = notice.reason() == null ? "unknown" : notice.reason();
        LOG.error("a refund of order {} did not reach its buyer and needs a person: {}", notice.order(), reason);
        String asked = PaymentKey.refund(notice.order(), "").value();
        PaymentKey wish = notice.key().wish();
        String key = wish.firstAttempt().value();
        if (key.startsWith(asked)) {
            record(new RecordRefundFailure(
                    notice.order(), key.substring(asked.length()), wish.attempt(), reason, clock.instant()));
        }
    }

    private void record(PaymentCommand said) {
        try {
            commands.send(said);
        } catch (Refused refused) {
            LOG.error("a payment needs a person: {}", refused.getMessage());
        }
    }

    private static int attemptOf(PaymentKey key) {
        String value = key.wish().value();
        return Integer.parseInt(value.substring(value.lastIndexOf(':') + 1));
    }

    @Override
    public void close() {
        lanes.close();
    }
}

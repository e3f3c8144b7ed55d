package io.daybook.command.fulfilment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.command.order.PayOrder;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.Order;
import io.daybook.domain.order.OrderCommand.AwaitPayment;
import io.daybook.domain.order.OrderCommand.NotePaymentAction;
import io.daybook.domain.order.OrderCommand.NotePaymentDecline;
import io.daybook.domain.order.OrderCommand.SecurePayment;
import io.daybook.domain.order.Purchase;
import io.daybook.domain.payment.PaymentCommand;
import io.daybook.domain.payment.PaymentCommand.EndPayment;
import io.daybook.domain.payment.PaymentCommand.RecordActionRequired;
import io.daybook.domain.payment.PaymentCommand.RecordAuthorisation;
import io.daybook.domain.payment.PaymentCommand.RecordCapture;
import io.daybook.domain.payment.PaymentCommand.RecordCaptureFailure;
import io.daybook.domain.payment.PaymentCommand.RecordDecline;
import io.daybook.domain.payment.PaymentCommand.RecordRefund;
import io.daybook.domain.payment.PaymentCommand.RecordRefundFailure;
import io.daybook.domain.payment.PaymentCommand.RecordVoid;
import io.daybook.domain.payment.PaymentCommand.RequestPayment;
import io.daybook.domain.payment.PaymentCommand.RetryCapture;
import io.daybook.domain.payment.PaymentCommand.RetryRefund;
import org.axonframework.commandhandling.CommandHandler;

/**
 * The buyer pays, and the provider answers: the payment and its order know it in one commit.
 *
 * <table>
 * <caption>What an answer means to the order</caption>
 * <tr><td>authorised</td><td>{@code PaymentSecured}, and what follows ({@link Settling})</td><td>happy path</td></tr>
 * <tr><td>authorised, but the order has ended</td><td>{@code VoidRequested}</td><td>compensation</td></tr>
 * <tr><td>declined</td><td>{@code PaymentTurnedDown}: the buyer may try something else</td><td></td></tr>
 * <tr><td>wants something of the buyer</td><td>{@code PaymentNeedsAction}</td><td></td></tr>
 * <tr><td>captured, refunded, voided, or refused to</td><td>nothing</td><td>the books have it</td></tr>
 * <tr><td>refused to, and a person wants it asked again</td><td>nothing</td><td>it is due once more</td></tr>
 * </table>
 */
final class PaymentHandler {
    private final Ledger ledger;
    private final Settling settling;

    PaymentHandler(Ledger ledger, Settling settling) {
        this.ledger = ledger;
        this.settling = settling;
    }

    /** A buyer who pays twice with the same card while the first try is open has paid once. */
    @CommandHandler
    Receipt handle(PayOrder wish) {
        Page page = ledger.open(wish.order());
        if (page.order() instanceof Order.Placed placed && !placed.checks().isPaid()) {
            return pay(wish, page, placed.purchase());
        }
        page.decide(new AwaitPayment(wish.order(), wish.now()));
        return page.write();
    }

    private Receipt pay(PayOrder wish, Page page, Purchase purchase) {
        RequestPayment request =
                new RequestPayment(wish.order(), purchase.customer(), purchase.total(), wish.method(), wish.now());
        if (!page.decide(request).isEmpty()) {
            page.decide(new AwaitPayment(wish.order(), wish.now()));
        }
        return page.write();
    }

    @CommandHandler
    Receipt handle(RecordAuthorisation wish) {
        Page page = ledger.open(wish.order());
        if (!page.decide(wish).isEmpty()) {
            secure(page, wish);
        }
        return page.write();
    }

    private void secure(Page page, RecordAuthorisation wish) {
        OrderId order = wish.order();
        if (page.order() instanceof Order.Placed) {
            page.decide(new SecurePayment(order, wish.amount(), wish.now()));
            settling.settle(page, order, wish.now());
        } else {
            page.decide(new EndPayment(order, "order-ended", wish.now()));
        }
    }

    @CommandHandler
    Receipt handle(RecordDecline wish) {
        Page page = ledger.open(wish.order());
        if (!page.decide(wish).isEmpty()) {
            page.decide(new NotePaymentDecline(wish.order(), wish.code(), wish.now()));
        }
        return page.write();
    }

    @CommandHandler
    Receipt handle(RecordActionRequired wish) {
        Page page = ledger.open(wish.order());
        if (!page.decide(wish).isEmpty()) {
            page.decide(new NotePaymentAction(wish.order(), wish.now()));
        }
        return page.write();
    }

    @CommandHandler
    Receipt handle(RecordCapture wish) {
        return record(wish);
    }

    @CommandHandler
    Receipt handle(RecordCaptureFailure wish) {
        return record(wish);
    }

    @CommandHandler
    Receipt handle(RecordRefund wish) {
        return record(wish);
    }

    @CommandHandler
    Receipt handle(RecordRefundFailure wish) {
        return record(wish);
    }

    @CommandHandler
    Receipt handle(RecordVoid wish) {
        return record(wish);
    }

    @CommandHandler
    Receipt handle(RetryCapture wish) {
        return record(wish);
    }

    @CommandHandler
    Receipt handle(RetryRefund wish) {
        return record(wish);
    }

    private Receipt record(PaymentCommand wish) {
        Page page = ledger.open(wish.order());
        page.decide(wish);
        return page.write();
    }
}

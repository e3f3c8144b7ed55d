package io.daybook.domain.order;

import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Order.Agreed;
import io.daybook.domain.order.Order.NotPlaced;
import io.daybook.domain.order.Order.PastReturn;
import io.daybook.domain.order.OrderCommand.ApproveOrder;
import io.daybook.domain.order.OrderCommand.AwaitPayment;
import io.daybook.domain.order.OrderCommand.CancelItems;
import io.daybook.domain.order.OrderCommand.CancelOrder;
import io.daybook.domain.order.OrderCommand.ConfirmOrder;
import io.daybook.domain.order.OrderCommand.DeliverOrder;
import io.daybook.domain.order.OrderCommand.EndOverdue;
import io.daybook.domain.order.OrderCommand.ExtendHold;
import io.daybook.domain.order.OrderCommand.LoseItems;
import io.daybook.domain.order.OrderCommand.NotePaymentAction;
import io.daybook.domain.order.OrderCommand.NotePaymentDecline;
import io.daybook.domain.order.OrderCommand.PlaceOrder;
import io.daybook.domain.order.OrderCommand.Reallocate;
import io.daybook.domain.order.OrderCommand.RecordPastOrder;
import io.daybook.domain.order.OrderCommand.RecordPastReturn;
import io.daybook.domain.order.OrderCommand.RefuseOrder;
import io.daybook.domain.order.OrderCommand.ReturnItems;
import io.daybook.domain.order.OrderCommand.ScreenOrder;
import io.daybook.domain.order.OrderCommand.SecurePayment;
import io.daybook.domain.order.OrderCommand.ShipItems;
import io.daybook.domain.order.OrderCommand.SourceAnew;
import java.util.List;

/**
 * Decides what becomes of a wish about an order.
 *
 * <p>Doing again what was done changes nothing: placing with the same content, whatever became of the order since; confirming,
 * delivering, cancelling, securing a payment, screening; shipping, returning or cancelling items under the same id. Each part of an
 * order's life is decided in a class of its own, which has the answer for every state, and its rules, each by its name.
 */
public final class OrderDecider {
    /** Of an order that a buyer places. */
    public static final int MOST_LINES = 500;

    /** Of an imported one: wholesale invoices of real shops have over a thousand. */
    public static final int MOST_PAST_LINES = 5_000;

    /** Why an order is cancelled that was taken for fraud. */
    public static final String FRAUD = "fraud";

    /** Why an order is cancelled whose money did not come while its stock was held. */
    public static final String PAYMENT_TIMEOUT = "payment-timeout";

    /** Why an order is cancelled that nobody looked at in time. */
    public static final String REVIEW_TIMEOUT = "review-timeout";

    /** Why an order, or units of it, are cancelled whose stock is not there, here or elsewhere. */
    public static final String STOCK_LOST = "stock-lost";

    private OrderDecider() {}

    /**
     * @return what happened; empty if nothing changes
     * @throws Refused with an {@link OrderRefusal}
     */
    public static List<OrderEvent> decide(OrderCommand command, Order order) {
        return switch (command) {
            case PlaceOrder c -> Placing.place(c, order);
            case RecordPastOrder c -> Placing.recordPastOrder(c, order);
            case RecordPastReturn c -> Placing.recordPastReturn(c, order);

            case AwaitPayment c -> AwaitingPayment.await(c, anOrderWasPlaced(c, order));
            case NotePaymentAction c -> AwaitingPayment.noteAction(c, anOrderWasPlaced(c, order));
            case NotePaymentDecline c -> AwaitingPayment.noteDecline(c, anOrderWasPlaced(c, order));
            case SecurePayment c -> AwaitingPayment.secure(c, anOrderWasPlaced(c, order));

            case ScreenOrder c -> Reviewing.screen(c, anOrderWasPlaced(c, order));
            case ApproveOrder c -> Reviewing.approve(c, anOrderWasPlaced(c, order));
            case RefuseOrder c -> Reviewing.refuse(c, anOrderWasPlaced(c, order));

            case ExtendHold c -> Holding.extend(c, anOrderWasPlaced(c, order));
            case EndOverdue c -> Holding.endOverdue(c, anOrderWasPlaced(c, order));
            case ConfirmOrder c -> Holding.confirm(c, anOrderWasPlaced(c, order));

            case SourceAnew c -> Serving.sourceAnew(c, anOrderWasPlaced(c, order));
            case Reallocate c -> Serving.reallocate(c, anOrderWasPlaced(c, order));

            case ShipItems c -> Shipping.ship(c, anOrderWasPlaced(c, order));
            case DeliverOrder c -> Shipping.deliver(c, anOrderWasPlaced(c, order));
            case ReturnItems c -> Shipping.takeBack(c, anOrderWasPlaced(c, order));

            case CancelOrder c -> Cancelling.cancel(c, anOrderWasPlaced(c, order));
            case CancelItems c -> Cancelling.cancelItems(c, anOrderWasPlaced(c, order));
            case LoseItems c -> Cancelling.loseItems(c, anOrderWasPlaced(c, order));
        };
    }

    private static Agreed anOrderWasPlaced(OrderCommand c, Order order) {
        return switch (order) {
            case Agreed o -> o;
            case NotPlaced _ -> throw new Refused(new OrderRefusal.UnknownOrder(c.order()));
            case PastReturn _ -> throw new Refused(new OrderRefusal.NotAnOrder(c.order()));
        };
    }
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Checks.Screening.InReview;
import io.daybook.domain.order.Checks.Screening.Unscreened;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.NotPlaced;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.PastReturn;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
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
import io.daybook.domain.order.OrderEvent.HoldsExtended;
import io.daybook.domain.order.OrderEvent.ItemsCancelled;
import io.daybook.domain.order.OrderEvent.ItemsReturned;
import io.daybook.domain.order.OrderEvent.ItemsShipped;
import io.daybook.domain.order.OrderEvent.OrderCancelled;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderConfirmed;
import io.daybook.domain.order.OrderEvent.OrderDelivered;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import io.daybook.domain.order.OrderEvent.PaymentAwaited;
import io.daybook.domain.order.OrderEvent.PaymentNeedsAction;
import io.daybook.domain.order.OrderEvent.PaymentSecured;
import io.daybook.domain.order.OrderEvent.PaymentTurnedDown;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides what becomes of a wish about an order.
 *
 * <p>Doing again what was done changes nothing: placing with the same content, whatever became of the order since; confirming,
 * delivering, cancelling, securing a payment, screening; shipping, returning or cancelling items under the same id. The rules of
 * placing are in {@link PlacingRules}, those of shipping and returning in {@link Handover}, those of cancelling items in
 * {@link Withdrawal}, those of the order's life at the end of this class, each by its name.
 *
 * <p>Longer than 150 lines because every wish has its answer for every state, and the compiler checks that none is left out.
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

    /** Who clears or refuses an order that no person looked at. */
    private static final String RULES = "rules";

    private OrderDecider() {}

    /**
     * @return what happened; empty if nothing changes
     * @throws Refused with an {@link OrderRefusal}
     */
    public static List<OrderEvent> decide(OrderCommand command, Order order) {
        return switch (command) {
            case PlaceOrder c -> place(c, order);
            case AwaitPayment c -> awaitPayment(c, order);
            case NotePaymentAction c -> noteAction(c, order);
            case NotePaymentDecline c -> noteDecline(c, order);
            case SecurePayment c -> securePayment(c, order);
            case ScreenOrder c -> screen(c, order);
            case ApproveOrder c -> approve(c, order);
            case RefuseOrder c -> refuse(c, order);
            case SourceAnew c -> sourceAnew(c, order);
            case ExtendHold c -> extendHold(c, order);
            case Reallocate c -> reallocate(c, order);
            case EndOverdue c -> endOverdue(c, order);
            case ConfirmOrder c -> confirm(c, order);
            case ShipItems c -> ship(c, order);
            case DeliverOrder c -> deliver(c, order);
            case CancelOrder c -> cancel(c, order);
            case CancelItems c -> cancelItems(c, order);
            case LoseItems c -> loseItems(c, order);
            case ReturnItems c -> takeBack(c, order);
            case RecordPastOrder c -> recordPastOrder(c, order);
            case RecordPastReturn c -> recordPastReturn(c, order);
        };
    }

    private static List<OrderEvent> place(PlaceOrder c, Order order) {
        if (!(order instanceof NotPlaced)) {
            anIdStaysWithItsContent(c.order(), new Purchase(c.customer(), c.buyer(), c.lines(), c.charges()), order);
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(MOST_LINES, c.order(), c.lines());
        PlacingRules.everyLineHasANumberOfItsOwn(c.order(), c.lines());
        PlacingRules.everyLineHasStock(c.order(), c.lines(), c.allocations());
        Money total = PlacingRules.theTotalIsOneAmount(c.order(), c.lines(), c.charges());
        List<OrderEvent> events = new ArrayList<>();
        events.add(new OrderPlaced(c.order(), c.customer(), c.buyer(), c.lines(), c.charges(), total, c.now()));
        events.add(new StockAllocated(c.order(), c.allocations(), c.holdsUntil(), c.now()));
        if (c.terms() == Terms.PREPAID && total.minor() > 0) {
            events.add(new PaymentAwaited(c.order(), total, c.holdsUntil(), c.now()));
        }
        return List.copyOf(events);
    }

    private static List<OrderEvent> awaitPayment(AwaitPayment c, Order order) {
        return switch (order) {
            case Placed o -> {
                aPaymentIsDue(c.order(), o);
                anOrderIsPaidWhileItsStockIsHeld(c, o);
                yield o.checks().isPaid()
                        ? List.of()
                        : List.of(new PaymentAwaited(c.order(), o.purchase().total(), o.holdsUntil(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> noteAction(NotePaymentAction c, Order order) {
        return switch (order) {
            case Placed o when !o.checks().isPaid() -> List.of(new PaymentNeedsAction(c.order(), c.now()));
            case Placed _, Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> noteDecline(NotePaymentDecline c, Order order) {
        return switch (order) {
            case Placed o when !o.checks().isPaid() -> List.of(new PaymentTurnedDown(c.order(), c.code(), c.now()));
            case Placed _, Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> securePayment(SecurePayment c, Order order) {
        return switch (order) {
            case Placed o -> {
                aPaymentIsDue(c.order(), o);
                yield o.checks().isPaid() ? List.of() : List.of(new PaymentSecured(c.order(), c.amount(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> screen(ScreenOrder c, Order order) {
        return switch (order) {
            case Placed o when o.checks().screening() instanceof Unscreened -> screened(c, o);
            case Placed _, Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> screened(ScreenOrder c, Placed order) {
        return switch (c.verdict()) {
            case CLEAR -> List.of(new OrderCleared(c.order(), c.score(), c.reasons(), RULES, c.now()));
            case REVIEW -> List.of(new OrderSentToReview(c.order(), c.score(), c.reasons(), c.reviewUntil(), c.now()));
            case REFUSE ->
                List.of(
                        new OrderRefused(c.order(), c.score(), c.reasons(), RULES, c.now()),
                        cancelled(c, FRAUD, order));
        };
    }

    private static List<OrderEvent> approve(ApproveOrder c, Order order) {
        return switch (order) {
            case Placed o ->
                o.checks().isCleared()
                        ? List.of()
                        : List.of(new OrderCleared(
                                c.order(), anOrderIsInReview(c.order(), o).score(), List.of(), c.by(), c.now()));
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> refuse(RefuseOrder c, Order order) {
        return switch (order) {
            case Placed o ->
                List.of(
                        new OrderRefused(
                                c.order(),
                                anOrderIsInReview(c.order(), o).score(),
                                List.of(c.reason()),
                                c.by(),
                                c.now()),
                        cancelled(c, FRAUD, o));
            case Cancelled _ -> List.of();
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ ->
                throw new Refused(new OrderRefusal.NotInReview(c.order()));
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> sourceAnew(SourceAnew c, Order order) {
        return switch (order) {
            case Placed o -> {
                PlacingRules.everyLineHasStock(c.order(), o.purchase().lines(), c.allocations());
                yield List.of(new StockAllocated(c.order(), c.allocations(), o.holdsUntil(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ ->
                throw new Refused(new OrderRefusal.AlreadyConfirmed(c.order()));
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> extendHold(ExtendHold c, Order order) {
        return switch (order) {
            case Placed o -> {
                if (o.checks().paying() != Checks.Paying.AWAITED
                        || (o.extended() && o.holdsUntil().equals(c.holdsUntil()))) {
                    yield List.of();
                }
                aHoldIsExtendedOnce(c.order(), o);
                anExtensionIsLonger(c, o);
                yield List.of(new HoldsExtended(c.order(), c.holdsUntil(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> reallocate(Reallocate c, Order order) {
        return switch (order) {
            case Placed _, Confirmed _, PartlyShipped _ -> {
                onlyWhatIsPromisedIsReleased(c, order);
                whatIsReleasedIsReplaced(c);
                yield List.of(new StockReallocated(c.order(), c.released(), c.allocated(), c.now()));
            }
            case Shipped _, Delivered _ -> throw aShippedOrderIsNotCancelled(c.order());
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> endOverdue(EndOverdue c, Order order) {
        return switch (order) {
            case Placed o -> endOverdue(c, o);
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> endOverdue(EndOverdue c, Placed order) {
        if (!order.checks().isPaid() && !c.now().isBefore(order.holdsUntil())) {
            return List.of(cancelled(c, PAYMENT_TIMEOUT, order));
        }
        return order.checks().screening() instanceof InReview review && !c.now().isBefore(review.until())
                ? List.of(cancelled(c, REVIEW_TIMEOUT, order))
                : List.of();
    }

    private static OrderCancelled cancelled(OrderCommand c, String reason, Placed order) {
        return new OrderCancelled(c.order(), reason, order.goods().open(), c.now());
    }

    private static List<OrderEvent> confirm(ConfirmOrder c, Order order) {
        return switch (order) {
            case Placed o -> {
                anOrderIsPaidAndCleared(c.order(), o);
                yield List.of(new OrderConfirmed(c.order(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> ship(ShipItems c, Order order) {
        return switch (order) {
            case Confirmed o -> ship(c, o.goods());
            case PartlyShipped o -> ship(c, o.goods());
            case Shipped o -> nothingIsLeftToShip(c, o.goods());
            case Delivered o -> nothingIsLeftToShip(c, o.goods());
            case Placed _ -> throw onlyAConfirmedOrderIsShipped(c.order());
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> ship(ShipItems c, Goods goods) {
        if (goods.shipments().contains(c.shipmentId())) {
            return List.of();
        }
        List<Parcel> parcels = c.picks().isEmpty() ? goods.toShip() : Handover.ship(c.order(), goods, c.picks());
        boolean complete = Pile.sum(parcels) == Pile.sum(goods.toShip());
        return List.of(new ItemsShipped(c.order(), c.shipmentId(), parcels, complete, c.now()));
    }

    private static List<OrderEvent> deliver(DeliverOrder c, Order order) {
        return switch (order) {
            case Shipped _ -> List.of(new OrderDelivered(c.order(), c.now()));
            case Delivered _ -> List.of();
            case Placed _, Confirmed _, PartlyShipped _ -> throw onlyAShippedOrderArrives(c.order());
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> cancel(CancelOrder c, Order order) {
        return switch (order) {
            case Placed _, Confirmed _ ->
                List.of(new OrderCancelled(c.order(), c.reason(), order.allocations(), c.now()));
            case Cancelled _ -> List.of();
            case PartlyShipped _, Shipped _, Delivered _ -> throw aShippedOrderIsNotCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> cancelItems(CancelItems c, Order order) {
        return withdraw(
                c,
                c.cancellationId(),
                order,
                c.reason(),
                goods -> c.items().isEmpty()
                        ? Withdrawal.ofTheRest(order.purchase(), goods)
                        : Withdrawal.of(c.order(), order.purchase(), goods, c.items()));
    }

    private static List<OrderEvent> loseItems(LoseItems c, Order order) {
        return withdraw(
                c,
                c.cancellationId(),
                order,
                c.reason(),
                goods -> Withdrawal.ofLost(c.order(), order.purchase(), goods, c.at(), c.missing()));
    }

    /** If nothing was shipped and nothing is left, the order itself is cancelled. */
    private static List<OrderEvent> withdraw(
            OrderCommand c, String id, Order order, String reason, Function<Goods, Withdrawal> withdrawing) {
        return switch (order) {
            case Confirmed o -> {
                if (o.goods().cancellations().contains(id)) {
                    yield List.of();
                }
                Withdrawal gone = withdrawing.apply(o.goods());
                yield List.of(
                        gone.isAllOf(o.goods())
                                ? new OrderCancelled(c.order(), reason, order.allocations(), c.now())
                                : itemsCancelled(c, id, o.goods(), gone, reason));
            }
            case PartlyShipped o ->
                o.goods().cancellations().contains(id)
                        ? List.of()
                        : List.of(itemsCancelled(c, id, o.goods(), withdrawing.apply(o.goods()), reason));
            case Shipped o -> nothingIsLeftToCancel(c.order(), id, o.goods());
            case Delivered o -> nothingIsLeftToCancel(c.order(), id, o.goods());
            case Placed _ -> throw onlyAConfirmedOrderIsShipped(c.order());
            case Cancelled _ -> List.of();
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static ItemsCancelled itemsCancelled(
            OrderCommand c, String id, Goods goods, Withdrawal gone, String reason) {
        return new ItemsCancelled(
                c.order(), id, gone.lines(), gone.released(), gone.value(), reason, gone.isAllOf(goods), c.now());
    }

    private static List<OrderEvent> takeBack(ReturnItems c, Order order) {
        return switch (order) {
            case PartlyShipped o -> takeBack(c, o.purchase(), o.goods());
            case Shipped o -> takeBack(c, o.purchase(), o.goods());
            case Delivered o -> takeBack(c, o.purchase(), o.goods());
            case Placed _, Confirmed _ -> throw onlyShippedGoodsComeBack(c.order());
            case Cancelled _ -> throw aCancelledOrderStaysCancelled(c.order());
            case NotPlaced _, PastReturn _ -> throw onlyAPlacedOrderLives(c.order(), order);
        };
    }

    private static List<OrderEvent> takeBack(ReturnItems c, Purchase purchase, Goods goods) {
        if (goods.returns().contains(c.returnId())) {
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.returns());
        List<ReturnedLine> lines = Handover.takeBack(c.order(), purchase, goods, c.returns());
        Money value = PlacingRules.theValueIsOneAmount(c.order(), lines);
        return List.of(new ItemsReturned(c.order(), c.returnId(), lines, value, c.reason(), c.now()));
    }

    private static List<OrderEvent> recordPastOrder(RecordPastOrder c, Order order) {
        if (!(order instanceof NotPlaced)) {
            anIdStaysWithItsContent(c.order(), new Purchase(c.customer(), c.buyer(), c.lines(), c.charges()), order);
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(MOST_PAST_LINES, c.order(), c.lines());
        PlacingRules.everyLineHasANumberOfItsOwn(c.order(), c.lines());
        Money total = PlacingRules.theTotalIsOneAmount(c.order(), c.lines(), c.charges());
        return List.of(
                new OrderPlaced(c.order(), c.customer(), c.buyer(), c.lines(), c.charges(), total, c.now()),
                new StockAllocated(c.order(), c.allocations(), c.now(), c.now()),
                new OrderConfirmed(c.order(), c.now()),
                new ItemsShipped(c.order(), c.order().value(), Goods.parcels(c.allocations()), true, c.now()),
                new OrderDelivered(c.order(), c.now()));
    }

    private static List<OrderEvent> recordPastReturn(RecordPastReturn c, Order order) {
        if (!(order instanceof NotPlaced)) {
            if (!order.equals(new PastReturn(c.lines(), c.reason()))) {
                throw new Refused(new OrderRefusal.AlreadyPlaced(c.order()));
            }
            return List.of();
        }
        PlacingRules.anOrderHasALine(c.order(), c.lines());
        PlacingRules.anOrderHasAtMost(MOST_PAST_LINES, c.order(), c.lines());
        PlacingRules.everyQuantityIsPositive(c.order(), c.lines());
        Money value = PlacingRules.theValueIsOneAmount(c.order(), c.lines());
        return List.of(new ItemsReturned(c.order(), c.order().value(), c.lines(), value, c.reason(), c.now()));
    }

    // The rules of an order's life.

    private static void anIdStaysWithItsContent(OrderId id, Purchase purchase, Order order) {
        if (!purchase.equals(order.purchase())) {
            throw new Refused(new OrderRefusal.AlreadyPlaced(id));
        }
    }

    private static Refused onlyAPlacedOrderLives(OrderId id, Order order) {
        return new Refused(
                order instanceof PastReturn ? new OrderRefusal.NotAnOrder(id) : new OrderRefusal.UnknownOrder(id));
    }

    private static void aPaymentIsDue(OrderId id, Placed order) {
        if (order.checks().paying() == Checks.Paying.ON_INVOICE) {
            throw new Refused(new OrderRefusal.NoPaymentDue(id));
        }
    }

    private static void anOrderIsPaidWhileItsStockIsHeld(AwaitPayment c, Placed order) {
        if (!order.checks().isPaid() && !c.now().isBefore(order.holdsUntil())) {
            throw new Refused(new OrderRefusal.TooLateToPay(c.order(), order.holdsUntil()));
        }
    }

    private static void aHoldIsExtendedOnce(OrderId id, Placed order) {
        if (order.extended()) {
            throw new Refused(new OrderRefusal.HoldExtended(id, order.holdsUntil()));
        }
    }

    private static void anExtensionIsLonger(ExtendHold c, Placed order) {
        if (!order.holdsUntil().isBefore(c.holdsUntil())) {
            throw new Refused(new OrderRefusal.HoldNotLonger(c.order(), c.holdsUntil(), order.holdsUntil()));
        }
    }

    private static void onlyWhatIsPromisedIsReleased(Reallocate c, Order order) {
        if (!Set.copyOf(order.allocations()).containsAll(c.released())) {
            throw new IllegalArgumentException("released must be promised to " + c.order() + ": " + c.released());
        }
    }

    private static void whatIsReleasedIsReplaced(Reallocate c) {
        if (c.released().isEmpty() || !units(c.released()).equals(units(c.allocated()))) {
            throw new IllegalArgumentException(
                    "allocated must be as many units as released: " + c.allocated() + ", " + c.released());
        }
    }

    private static Map<Map.Entry<Integer, Sku>, Integer> units(List<Allocation> allocations) {
        Map<Map.Entry<Integer, Sku>, Integer> units = new HashMap<>();
        allocations.forEach(a -> units.merge(Map.entry(a.line(), a.sku()), a.quantity(), Math::addExact));
        return units;
    }

    private static List<OrderEvent> nothingIsLeftToCancel(OrderId id, String cancellationId, Goods goods) {
        if (goods.cancellations().contains(cancellationId)) {
            return List.of();
        }
        throw aShippedOrderIsNotCancelled(id);
    }

    private static InReview anOrderIsInReview(OrderId id, Placed order) {
        if (order.checks().screening() instanceof InReview review) {
            return review;
        }
        throw new Refused(new OrderRefusal.NotInReview(id));
    }

    private static void anOrderIsPaidAndCleared(OrderId id, Placed order) {
        if (!order.checks().isPaid()) {
            throw new Refused(new OrderRefusal.NotPaid(id));
        }
        if (!order.checks().isCleared()) {
            throw new Refused(new OrderRefusal.NotCleared(id));
        }
    }

    private static Refused onlyAConfirmedOrderIsShipped(OrderId id) {
        return new Refused(new OrderRefusal.NotConfirmed(id));
    }

    private static List<OrderEvent> nothingIsLeftToShip(ShipItems c, Goods goods) {
        if (goods.shipments().contains(c.shipmentId())) {
            return List.of();
        }
        throw new Refused(new OrderRefusal.AlreadyShipped(c.order()));
    }

    private static Refused onlyAShippedOrderArrives(OrderId id) {
        return new Refused(new OrderRefusal.NotShipped(id));
    }

    private static Refused onlyShippedGoodsComeBack(OrderId id) {
        return new Refused(new OrderRefusal.NotShipped(id));
    }

    private static Refused aShippedOrderIsNotCancelled(OrderId id) {
        return new Refused(new OrderRefusal.AlreadyShipped(id));
    }

    private static Refused aCancelledOrderStaysCancelled(OrderId id) {
        return new Refused(new OrderRefusal.AlreadyCancelled(id));
    }
}

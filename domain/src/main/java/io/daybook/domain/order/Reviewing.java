package io.daybook.domain.order;

import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.order.Checks.Screening.InReview;
import io.daybook.domain.order.Checks.Screening.Unscreened;
import io.daybook.domain.order.Order.Agreed;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
import io.daybook.domain.order.OrderCommand.ApproveOrder;
import io.daybook.domain.order.OrderCommand.RefuseOrder;
import io.daybook.domain.order.OrderCommand.ScreenOrder;
import io.daybook.domain.order.OrderEvent.OrderCleared;
import io.daybook.domain.order.OrderEvent.OrderRefused;
import io.daybook.domain.order.OrderEvent.OrderSentToReview;
import java.util.List;

/** The look for fraud: by rules, and by a person where the rules leave it open. */
final class Reviewing {
    /** Who clears or refuses an order that no person looked at. */
    private static final String RULES = "rules";

    private Reviewing() {}

    static List<OrderEvent> screen(ScreenOrder c, Agreed order) {
        return switch (order) {
            case Placed o when o.checks().screening() instanceof Unscreened -> screened(c, o);
            case Placed _, Confirmed _, PartlyShipped _, Shipped _, Delivered _, Cancelled _ -> List.of();
        };
    }

    private static List<OrderEvent> screened(ScreenOrder c, Placed order) {
        return switch (c.verdict()) {
            case CLEAR -> List.of(new OrderCleared(c.order(), c.score(), c.reasons(), RULES, c.now()));
            case REVIEW -> List.of(new OrderSentToReview(c.order(), c.score(), c.reasons(), c.reviewUntil(), c.now()));
            case REFUSE ->
                List.of(
                        new OrderRefused(c.order(), c.score(), c.reasons(), RULES, c.now()),
                        Cancelling.cancelled(c, OrderDecider.FRAUD, order));
        };
    }

    static List<OrderEvent> approve(ApproveOrder c, Agreed order) {
        return switch (order) {
            case Placed o when o.checks().isCleared() -> List.of();
            case Placed o -> {
                int score = anOrderIsInReview(c.order(), o).score();
                yield List.of(new OrderCleared(c.order(), score, List.of(), c.by(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ -> List.of();
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    static List<OrderEvent> refuse(RefuseOrder c, Agreed order) {
        return switch (order) {
            case Placed o -> {
                int score = anOrderIsInReview(c.order(), o).score();
                yield List.of(
                        new OrderRefused(c.order(), score, List.of(c.reason()), c.by(), c.now()),
                        Cancelling.cancelled(c, OrderDecider.FRAUD, o));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ ->
                throw new Refused(new OrderRefusal.NotInReview(c.order()));
            case Cancelled _ -> List.of();
        };
    }

    private static InReview anOrderIsInReview(OrderId id, Placed order) {
        if (order.checks().screening() instanceof InReview review) {
            return review;
        }
        throw new Refused(new OrderRefusal.NotInReview(id));
    }
}

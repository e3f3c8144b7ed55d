package io.daybook.domain.order;

import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.Order.Agreed;
import io.daybook.domain.order.Order.Cancelled;
import io.daybook.domain.order.Order.Confirmed;
import io.daybook.domain.order.Order.Delivered;
import io.daybook.domain.order.Order.PartlyShipped;
import io.daybook.domain.order.Order.Placed;
import io.daybook.domain.order.Order.Shipped;
import io.daybook.domain.order.OrderCommand.Reallocate;
import io.daybook.domain.order.OrderCommand.SourceAnew;
import io.daybook.domain.order.OrderEvent.StockAllocated;
import io.daybook.domain.order.OrderEvent.StockReallocated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Other stock serves an order, or units of it, than did so far. */
final class Serving {
    private Serving() {}

    static List<OrderEvent> sourceAnew(SourceAnew c, Agreed order) {
        return switch (order) {
            case Placed o -> {
                PlacingRules.everyLineHasStock(c.order(), o.purchase().lines(), c.allocations());
                yield List.of(new StockAllocated(c.order(), c.allocations(), o.holdsUntil(), c.now()));
            }
            case Confirmed _, PartlyShipped _, Shipped _, Delivered _ ->
                throw new Refused(new OrderRefusal.AlreadyConfirmed(c.order()));
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    static List<OrderEvent> reallocate(Reallocate c, Agreed order) {
        return switch (order) {
            case Placed _, Confirmed _, PartlyShipped _ -> {
                onlyWhatIsPromisedIsReleased(c, order);
                whatIsReleasedIsReplaced(c);
                yield List.of(new StockReallocated(c.order(), c.released(), c.allocated(), c.now()));
            }
            case Shipped _, Delivered _ -> throw LifeRules.aShippedOrderIsNotCancelled(c.order());
            case Cancelled _ -> throw LifeRules.aCancelledOrderStaysCancelled(c.order());
        };
    }

    private static void onlyWhatIsPromisedIsReleased(Reallocate c, Agreed order) {
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
}

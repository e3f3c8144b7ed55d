package io.daybook.domain.order;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderCommand.Pick;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What of an order will not be shipped, when lines are named, parts turn out to be missing, or all that is left is meant.
 *
 * <p>A bundle has one price, so it is cancelled whole: with one of its parts go all others that have not left. Where one has left
 * already, the buyer does not owe the bundle any more all the same; whether to ask for the part is the shop's to say.
 */
record Withdrawal(List<CancelledLine> lines, List<Allocation> released, Money value) {

    /** @throws Refused if more is named than is left, or a part of a bundle alone */
    static Withdrawal of(OrderId order, Purchase purchase, Goods goods, List<Pick> picks) {
        Tally tally = new Tally(purchase, goods);
        for (Pick pick : picks) {
            Handover.aQuantityIsPositive(order, pick);
            OrderLine line = Handover.aWholeLineIsNamed(order, tally.purchase, goods, pick);
            Map<Sku, Long> parts = goods.partsOf(line.line());
            parts.forEach((sku, units) -> {
                long wanted = units * pick.quantity() / line.quantity();
                noMoreIsCancelledThanIsLeft(order, line, sku, wanted, tally.take(line, sku, wanted));
            });
            tally.cancel(line, pick.quantity());
        }
        return tally.done();
    }

    /**
     * @param at whose stock goes first
     * @param missing units of what was allocated; what cannot be complete without them goes with them
     * @throws Refused if more is missing than is left
     */
    static Withdrawal ofLost(OrderId order, Purchase purchase, Goods goods, LocationId at, List<Pick> missing) {
        Tally tally = new Tally(purchase, goods);
        for (OrderLine line : tally.purchase.lines()) {
            Map<Sku, Long> parts = goods.partsOf(line.line());
            long incomplete = 0;
            for (Pick pick : missing) {
                if (pick.line() == line.line()) {
                    Handover.aQuantityIsPositive(order, pick);
                    Handover.aPickNamesWhatWasAllocated(order, goods, pick);
                    long left = Pile.sum(left(goods, line, pick.sku()));
                    noMoreIsCancelledThanIsLeft(order, line, pick.sku(), pick.quantity(), left);
                    incomplete = Math.max(incomplete, of(line, parts, pick.sku(), pick.quantity()));
                }
            }
            tally.cancelAsFarAsItIsThere(line, parts, incomplete, at);
        }
        return tally.done();
    }

    static Withdrawal ofTheRest(Purchase purchase, Goods goods) {
        Tally tally = new Tally(purchase, goods);
        for (OrderLine line : tally.purchase.lines()) {
            Map<Sku, Long> parts = goods.partsOf(line.line());
            long incomplete = 0;
            for (Sku sku : parts.keySet()) {
                incomplete = Math.max(incomplete, of(line, parts, sku, Pile.sum(left(goods, line, sku))));
            }
            tally.cancelAsFarAsItIsThere(line, parts, incomplete, null);
        }
        return tally.done();
    }

    /** Whether nothing of the goods is left to ship then. */
    boolean isAllOf(Goods goods) {
        return released.stream().mapToLong(Allocation::quantity).sum() == Pile.sum(goods.toShip());
    }

    /** How many of the line's own units so many units of a part are, rounded up. */
    private static long of(OrderLine line, Map<Sku, Long> parts, Sku sku, long units) {
        return Math.ceilDiv(units * line.quantity(), parts.getOrDefault(sku, 1L));
    }

    private static List<Parcel> left(Goods goods, OrderLine line, Sku sku) {
        return goods.toShip().stream().filter(served(line, sku)).toList();
    }

    private static Predicate<Parcel> served(OrderLine line, Sku sku) {
        return p -> p.line() == line.line() && p.sku().equals(sku);
    }

    private static void noMoreIsCancelledThanIsLeft(OrderId order, OrderLine line, Sku sku, long wanted, long left) {
        if (left < wanted) {
            throw new Refused(new OrderRefusal.OverCancelled(order, line.line(), sku, wanted, left));
        }
    }

    /** A tool of one decision. */
    private static final class Tally {
        private final Purchase purchase;
        private final Pile left;
        private final List<Parcel> taken = new ArrayList<>();
        private final Map<OrderLine, Integer> units = new LinkedHashMap<>();

        Tally(Purchase purchase, Goods goods) {
            this.purchase = purchase;
            left = new Pile(goods.toShip());
        }

        /** @return how many of them there were */
        long take(OrderLine line, Sku sku, long wanted) {
            List<Parcel> parcels = left.take(wanted, served(line, sku));
            taken.addAll(parcels);
            return Pile.sum(parcels);
        }

        void cancelAsFarAsItIsThere(OrderLine line, Map<Sku, Long> parts, long quantity, @Nullable LocationId first) {
            if (quantity > 0) {
                parts.forEach((sku, all) -> {
                    long wanted = all * quantity / line.quantity();
                    List<Parcel> there = left.take(
                            wanted, served(line, sku).and(p -> p.location().equals(first)));
                    taken.addAll(there);
                    take(line, sku, wanted - Pile.sum(there));
                });
                cancel(line, Math.toIntExact(quantity));
            }
        }

        void cancel(OrderLine line, int quantity) {
            units.merge(line, quantity, Math::addExact);
        }

        Withdrawal done() {
            Money value = Money.zero(purchase.lines().getFirst().unitPrice().currency());
            List<CancelledLine> lines = new ArrayList<>();
            for (Map.Entry<OrderLine, Integer> entry : units.entrySet()) {
                OrderLine line = entry.getKey();
                Money worth = line.unitPrice().times(entry.getValue());
                lines.add(new CancelledLine(line.line(), line.sku(), entry.getValue(), worth));
                value = value.plus(worth);
            }
            return new Withdrawal(List.copyOf(lines), Goods.allocations(taken), value);
        }
    }
}

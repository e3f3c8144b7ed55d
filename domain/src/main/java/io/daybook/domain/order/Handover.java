package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.order.OrderCommand.Pick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which units leave and which come back when a line and a SKU are named: those allocated first leave first, those that left first
 * come back first, to where they came from.
 *
 * <p>A bundle has one price, so its parts have no value of their own. It may be shipped part by part but comes back whole: the
 * return names the line's own SKU, every part comes back in proportion, and the first part stands for the value of all.
 */
final class Handover {
    private Handover() {}

    static List<Parcel> ship(OrderId order, Goods goods, List<Pick> picks) {
        Pile left = new Pile(goods.toShip());
        List<Parcel> parcels = new ArrayList<>();
        for (Pick pick : picks) {
            aQuantityIsPositive(order, pick);
            aPickNamesWhatWasAllocated(order, goods, pick);
            List<Parcel> taken = left.take(
                    pick.quantity(), p -> p.line() == pick.line() && p.sku().equals(pick.sku()));
            noMoreIsShippedThanIsLeft(order, pick, taken);
            parcels.addAll(taken);
        }
        return List.copyOf(parcels);
    }

    static List<ReturnedLine> takeBack(OrderId order, Purchase purchase, Goods goods, List<Pick> picks) {
        Pile out = new Pile(goods.out());
        List<ReturnedLine> lines = new ArrayList<>();
        for (Pick pick : picks) {
            aQuantityIsPositive(order, pick);
            OrderLine line = aWholeLineIsNamed(order, purchase, goods, pick);
            lines.addAll(takeBack(order, line, goods.partsOf(line.line()), out, pick));
        }
        return List.copyOf(lines);
    }

    private static List<ReturnedLine> takeBack(
            OrderId order, OrderLine line, Map<Sku, Long> parts, Pile out, Pick pick) {
        boolean plain = parts.containsKey(line.sku());
        List<ReturnedLine> lines = new ArrayList<>();
        for (Map.Entry<Sku, Long> part : parts.entrySet()) {
            long wanted = plain ? pick.quantity() : part.getValue() * pick.quantity() / line.quantity();
            List<Parcel> back =
                    out.take(wanted, p -> p.line() == line.line() && p.sku().equals(part.getKey()));
            noMoreComesBackThanIsOut(order, line, part.getKey(), wanted, back);
            for (Parcel p : back) {
                int paidFor = plain ? p.quantity() : lines.isEmpty() ? pick.quantity() : 0;
                Money value = line.unitPrice().times(paidFor);
                lines.add(new ReturnedLine(line.line(), p.sku(), p.location(), p.quantity(), value));
            }
        }
        return lines;
    }

    // The rules.

    static void aQuantityIsPositive(OrderId order, Pick pick) {
        if (pick.quantity() < 1) {
            throw new Refused(new OrderRefusal.BadQuantity(order, pick.line(), pick.sku(), pick.quantity()));
        }
    }

    static void aPickNamesWhatWasAllocated(OrderId order, Goods goods, Pick pick) {
        if (!goods.partsOf(pick.line()).containsKey(pick.sku())) {
            throw new Refused(new OrderRefusal.UnknownLine(order, pick.line(), pick.sku()));
        }
    }

    private static void noMoreIsShippedThanIsLeft(OrderId order, Pick pick, List<Parcel> taken) {
        long left = Pile.sum(taken);
        if (left < pick.quantity()) {
            throw new Refused(new OrderRefusal.OverShipped(order, pick.line(), pick.sku(), pick.quantity(), left));
        }
    }

    static OrderLine aWholeLineIsNamed(OrderId order, Purchase purchase, Goods goods, Pick pick) {
        for (OrderLine line : purchase.lines()) {
            if (line.line() == pick.line() && line.sku().equals(pick.sku())) {
                return line;
            }
        }
        throw new Refused(
                goods.partsOf(pick.line()).containsKey(pick.sku())
                        ? new OrderRefusal.PartOfBundle(order, pick.line(), pick.sku())
                        : new OrderRefusal.UnknownLine(order, pick.line(), pick.sku()));
    }

    private static void noMoreComesBackThanIsOut(
            OrderId order, OrderLine line, Sku sku, long wanted, List<Parcel> back) {
        long returnable = Pile.sum(back);
        if (returnable < wanted) {
            throw new Refused(new OrderRefusal.OverReturned(order, line.line(), sku, wanted, returnable));
        }
    }
}

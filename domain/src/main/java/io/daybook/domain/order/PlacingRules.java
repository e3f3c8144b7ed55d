package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.Refused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an order must be to be placed. Each rule refuses with its own {@link OrderRefusal}. */
final class PlacingRules {
    private PlacingRules() {}

    static void anOrderHasALine(OrderId order, List<?> lines) {
        if (lines.isEmpty()) {
            throw new Refused(new OrderRefusal.Empty(order));
        }
    }

    static void anOrderHasAtMost(int most, OrderId order, List<?> lines) {
        if (lines.size() > most) {
            throw new Refused(new OrderRefusal.TooManyLines(order, lines.size(), most));
        }
    }

    static void everyLineHasANumberOfItsOwn(OrderId order, List<OrderLine> lines) {
        Set<Integer> seen = new HashSet<>();
        for (OrderLine line : lines) {
            if (!seen.add(line.line())) {
                throw new Refused(new OrderRefusal.DuplicateLine(order, line.line()));
            }
        }
    }

    /** That the stock is enough was seen by whoever allocated it: a bundle's parts are not known here. */
    static void everyLineHasStock(OrderId order, List<OrderLine> lines, List<Allocation> allocations) {
        Set<Integer> served = allocations.stream().map(Allocation::line).collect(Collectors.toSet());
        for (OrderLine line : lines) {
            if (!served.contains(line.line())) {
                throw new Refused(new OrderRefusal.LineWithoutStock(order, line.line()));
            }
        }
    }

    static Money theTotalIsOneAmount(OrderId order, List<OrderLine> lines, List<Charge> charges) {
        onlyOneCurrencyIsUsed(
                order,
                Stream.concat(
                        lines.stream().map(OrderLine::unitPrice),
                        charges.stream().map(Charge::amount)));
        try {
            Money total = Money.zero(lines.getFirst().unitPrice().currency());
            for (OrderLine line : lines) {
                total = total.plus(line.amount());
            }
            for (Charge charge : charges) {
                total = total.plus(charge.amount());
            }
            return theTotalIsNotNegative(order, total);
        } catch (ArithmeticException e) {
            throw new Refused(new OrderRefusal.TotalTooLarge(order));
        }
    }

    static void everyQuantityIsPositive(OrderId order, List<ReturnedLine> lines) {
        for (ReturnedLine line : lines) {
            if (line.quantity() < 1) {
                throw new Refused(new OrderRefusal.BadQuantity(order, line.line(), line.sku(), line.quantity()));
            }
        }
    }

    static Money theValueIsOneAmount(OrderId order, List<ReturnedLine> lines) {
        onlyOneCurrencyIsUsed(order, lines.stream().map(ReturnedLine::value));
        try {
            Money value = Money.zero(lines.getFirst().value().currency());
            for (ReturnedLine line : lines) {
                value = value.plus(line.value());
            }
            return theTotalIsNotNegative(order, value);
        } catch (ArithmeticException e) {
            throw new Refused(new OrderRefusal.TotalTooLarge(order));
        }
    }

    private static void onlyOneCurrencyIsUsed(OrderId order, Stream<Money> amounts) {
        List<String> used = amounts.map(Money::currency).distinct().limit(2).toList();
        if (used.size() > 1) {
            throw new Refused(new OrderRefusal.MixedCurrencies(order, used.get(0), used.get(1)));
        }
    }

    private static Money theTotalIsNotNegative(OrderId order, Money total) {
        if (total.isNegative()) {
            throw new Refused(new OrderRefusal.TotalNegative(order, total));
        }
        return total;
    }
}

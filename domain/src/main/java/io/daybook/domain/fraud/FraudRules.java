package io.daybook.domain.fraud;

import io.daybook.domain.fraud.Assessment.Advice;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Adds up what speaks against an order. Amounts are minor units of the shop's currency; a rule whose bound is 0 is off.
 *
 * @param manyOrders orders of one customer within the window, this one included, from which they are many
 * @param window how far back orders count as recent
 * @param largeAmount total from which an order is large
 * @param largeFirstAmount total from which a customer's first order is large
 * @param newAddressAmount total from which it matters that nothing was ever sent to the address
 * @param reviewFrom score from which a person has to look
 * @param refuseFrom score from which nobody has to
 */
public record FraudRules(
        int manyOrders,
        Duration window,
        long largeAmount,
        long largeFirstAmount,
        long newAddressAmount,
        int reviewFrom,
        int refuseFrom) {
    private static final int WORST = 100;
    private static final int MANY = 60;
    private static final int LARGE = 30;
    private static final int LARGE_FIRST = 30;
    private static final int NEW_ADDRESS = 30;

    /** @param earlier of the same customer; need not reach back further than the window, but tells whether there was any */
    public Assessment assess(OrderPlaced order, List<EarlierOrder> earlier) {
        List<String> reasons = new ArrayList<>();
        int score = 0;
        if (isOneOfMany(order, earlier)) {
            reasons.add("fraud.many-orders");
            score += MANY;
        }
        if (reaches(order, largeAmount)) {
            reasons.add("fraud.large-amount");
            score += LARGE;
        }
        if (earlier.isEmpty() && reaches(order, largeFirstAmount)) {
            reasons.add("fraud.large-first-order");
            score += LARGE_FIRST;
        }
        if (isSentSomewhereNew(order, earlier)) {
            reasons.add("fraud.new-address");
            score += NEW_ADDRESS;
        }
        int bounded = Math.min(WORST, score);
        return new Assessment(bounded, advice(bounded), reasons);
    }

    /** Whether it matters where the customer's orders went before. */
    public boolean caresForAddress(OrderPlaced order) {
        return order.deliverTo() != null && reaches(order, newAddressAmount);
    }

    private Advice advice(int score) {
        if (score >= refuseFrom) {
            return Advice.REFUSE;
        }
        return score >= reviewFrom ? Advice.REVIEW : Advice.CLEAR;
    }

    private static boolean reaches(OrderPlaced order, long amount) {
        return amount > 0 && order.total().minor() >= amount;
    }

    private boolean isOneOfMany(OrderPlaced order, List<EarlierOrder> earlier) {
        long recent = earlier.stream()
                .filter(e -> e.placedAt().isAfter(order.occurredAt().minus(window)))
                .count();
        return manyOrders > 0 && recent + 1 >= manyOrders;
    }

    /** An erased address, and one that nobody knows, is no sign of anything. */
    private boolean isSentSomewhereNew(OrderPlaced order, List<EarlierOrder> earlier) {
        Address here = order.deliverTo();
        if (here == null || !caresForAddress(order)) {
            return false;
        }
        List<Address> before = earlier.stream()
                .map(EarlierOrder::deliveredTo)
                .filter(Objects::nonNull)
                .filter(address -> !address.equals(Address.ERASED))
                .toList();
        return !before.isEmpty() && !before.contains(here);
    }
}

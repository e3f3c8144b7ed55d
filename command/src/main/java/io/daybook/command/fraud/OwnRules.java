package io.daybook.command.fraud;

import io.daybook.domain.fraud.Assessment;
import io.daybook.domain.fraud.FraudRules;
import io.daybook.domain.order.OrderEvent.OrderPlaced;

/** Looks at the order and at what the customer ordered before, and at nothing outside. */
final class OwnRules implements FraudCheck {
    /** Enough to tell many from few, and a new address from a known one. */
    private static final int LOOKED_AT = 20;

    private static final int ADDRESSES = 3;

    private final FraudRules rules;
    private final EarlierOrders earlier;

    OwnRules(FraudRules rules, EarlierOrders earlier) {
        this.rules = rules;
        this.earlier = earlier;
    }

    @Override
    public Assessment assess(OrderPlaced order) {
        int max = Math.max(LOOKED_AT, rules.manyOrders());
        int withAddress = rules.caresForAddress(order) ? ADDRESSES : 0;
        return rules.assess(order, earlier.of(order.customer(), order.order(), max, withAddress));
    }
}

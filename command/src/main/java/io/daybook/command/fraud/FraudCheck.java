package io.daybook.command.fraud;

import io.daybook.domain.fraud.Assessment;
import io.daybook.domain.order.OrderEvent.OrderPlaced;

/** Says whether an order looks like fraud. Called outside any transaction; whatever it throws, it is asked again. */
public interface FraudCheck {
    Assessment assess(OrderPlaced order);
}

package io.daybook.query.order;

import io.daybook.domain.kernel.OrderId;
import io.daybook.query.reading.Question;
import io.daybook.query.reading.Reading;

/** How one order stands. */
public record FindOrder(OrderId order, Reading reading) implements Question<OrderStatus> {}

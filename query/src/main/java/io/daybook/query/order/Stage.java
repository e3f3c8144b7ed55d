package io.daybook.query.order;

/** How far an order has come. */
public enum Stage {
    /** Placed; stock not yet allocated. */
    PLACED,
    /** Every line has its stock, held for a while. */
    ALLOCATED,
    CONFIRMED,
    PARTLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED
}

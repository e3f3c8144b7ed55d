package io.daybook.query.order;

/** How far an order has come, and before it is confirmed, what it waits for. */
public enum Stage {
    /** Placed; stock not yet allocated. */
    PLACED,
    /** Every line has its stock, held for a while. */
    ALLOCATED,
    /** Its money is to be set aside. */
    PAYMENT_PENDING,
    /** The provider wants something of the buyer. */
    PAYMENT_ACTION_REQUIRED,
    /** The bank said no; the buyer may try something else while the stock is held. */
    PAYMENT_DECLINED,
    /** A person looks whether it is fraud. */
    IN_REVIEW,
    CONFIRMED,
    PARTLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    /** Taken for fraud, and cancelled. */
    REFUSED,
    /** All that was shipped came back. */
    RETURNED
}

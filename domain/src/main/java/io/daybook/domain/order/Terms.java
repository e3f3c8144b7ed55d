package io.daybook.domain.order;

/** When the buyer pays. */
public enum Terms {
    /** By invoice, about which this book knows nothing. */
    INVOICE,
    /** The money is set aside before the order is confirmed. */
    PREPAID
}

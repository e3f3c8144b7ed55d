package io.daybook.command.payment;

/** Whoever wants to know what the provider tells by itself. */
public interface PaymentNotices {
    /**
     * Returns when the notice is safe with us, for then the provider forgets it; after an exception it sends it again. Must take the
     * same notice twice, and notices in any order.
     */
    void take(PaymentNotice notice);
}

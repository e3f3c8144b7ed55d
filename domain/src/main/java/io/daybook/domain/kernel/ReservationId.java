package io.daybook.domain.kernel;

/** One promise of stock at one location, made for one line of one order. Derived from both, so a retry names the same promise. */
public record ReservationId(String value) {
    /** @throws IllegalArgumentException unless the value is 1 to 96 plain characters */
    public ReservationId {
        Text.require("reservation", value, 96);
    }

    /**
     * @param n running number of the promise within its order, from 1
     */
    public static ReservationId of(OrderId order, int n) {
        return new ReservationId(order.value() + "." + n);
    }

    /** The running number within its order; 0 for a promise that was named elsewhere. */
    public int number() {
        String last = value.substring(value.lastIndexOf('.') + 1);
        return last.length() < value.length() && last.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(last) : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.daybook.command.payment;

import io.daybook.domain.kernel.OrderId;
import java.util.regex.Pattern;

/**
 * Names one wish towards the provider. It is derived from our ids alone, so that whoever sends the wish again, in whichever process
 * and after whichever crash, sends the same key, and the money moves once. Providers forget keys after a day or so; later
 * {@link PaymentProvider#find} comes first.
 *
 * @param value 1 to 255 characters
 */
public record PaymentKey(String value) {
    private static final int LONGEST = 255;
    private static final Pattern ROUND = Pattern.compile(":round-\\d+$");

    /** @throws IllegalArgumentException unless the value is as said */
    public PaymentKey {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("payment key must be 1 to 255 characters");
        }
    }

    /** @param attempt from 1; a buyer who was declined may try another card */
    public static PaymentKey authorise(OrderId order, int attempt) {
        return new PaymentKey("authorise:" + order + ":" + attempt);
    }

    /** @param shipment our id of the parcel, unique within the order */
    public static PaymentKey capture(OrderId order, String shipment) {
        return new PaymentKey("capture:" + order + ":" + shipment);
    }

    /** @param refund our id of what is given back, unique within the order */
    public static PaymentKey refund(OrderId order, String refund) {
        return new PaymentKey("refund:" + order + ":" + refund);
    }

    public static PaymentKey cancel(AuthorisationId authorisation) {
        return new PaymentKey("cancel:" + authorisation);
    }

    /**
     * Another key for the same wish, for when the provider answers this one with the same failure for ever. Only after
     * {@link PaymentProvider#find} has shown that the wish was not fulfilled: under another key it is another wish.
     *
     * @param round from 2
     */
    public PaymentKey round(int round) {
        return new PaymentKey(value + ":round-" + round);
    }

    /** The key of the first round, which names the wish. */
    public PaymentKey wish() {
        return new PaymentKey(ROUND.matcher(value).replaceFirst(""));
    }

    @Override
    public String toString() {
        return value;
    }
}

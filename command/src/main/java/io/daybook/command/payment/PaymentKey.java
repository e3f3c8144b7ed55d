package io.daybook.command.payment;

import io.daybook.domain.kernel.OrderId;
import java.util.regex.Matcher;
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
    private static final Pattern ATTEMPT = Pattern.compile(":attempt-([2-9]|[1-9][0-9]{1,8})$");
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
     * The key of a capture or a refund that a person has asked for again after it had failed for good. Only after
     * {@link PaymentProvider#read} has shown that nothing came of the attempt before: under another key it is another wish.
     *
     * @param attempt from 1, which is this key
     */
    public PaymentKey attempt(int attempt) {
        return attempt == 1 ? this : new PaymentKey(value + ":attempt-" + attempt);
    }

    /** Which attempt at a capture or a refund the wish is, from 1. */
    public int attempt() {
        Matcher matcher = ATTEMPT.matcher(value);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 1;
    }

    /** The key that the wish had when it was asked for first. */
    public PaymentKey firstAttempt() {
        return new PaymentKey(ATTEMPT.matcher(value).replaceFirst(""));
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

package io.daybook.domain.kernel;

/**
 * What a buyer pays with, as the provider's form named it. Never a card number; kept as personal data all the same, so that whoever
 * reads the log or a topic cannot try to pay with it.
 */
public record PaymentToken(String value) implements PersonalData {
    /** What is read once the person's key is gone; no provider knows it. */
    public static final PaymentToken ERASED = new PaymentToken("erased");

    private static final int LONGEST = 255;

    /** @throws IllegalArgumentException unless the value is 1 to 255 visible ASCII characters */
    public PaymentToken {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("paymentMethod must be 1 to 255 visible ASCII characters");
        }
    }

    @Override
    public String toString() {
        return "PaymentToken[hidden]";
    }
}

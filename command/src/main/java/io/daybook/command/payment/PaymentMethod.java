package io.daybook.command.payment;

/**
 * What the buyer pays with: the token that the provider's own form gave to the storefront. Never a card number.
 *
 * @param token 1 to 255 visible ASCII characters
 */
public record PaymentMethod(String token) {
    private static final int LONGEST = 255;

    /** @throws IllegalArgumentException that names the field, unless the token is as said */
    public PaymentMethod {
        if (token.isEmpty() || token.length() > LONGEST || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("paymentMethod must be 1 to 255 visible ASCII characters");
        }
    }

    /** Whoever reads a log shall not be able to pay with it. */
    @Override
    public String toString() {
        return "PaymentMethod[hidden]";
    }
}

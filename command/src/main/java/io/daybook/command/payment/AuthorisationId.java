package io.daybook.command.payment;

/**
 * The provider's name for one authorisation.
 *
 * @param value 1 to 255 letters, digits, dots, hyphens or underscores: it becomes part of addresses
 */
public record AuthorisationId(String value) {
    private static final int LONGEST = 255;

    /** @throws IllegalArgumentException that names the field, unless the value is as said */
    public AuthorisationId {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(AuthorisationId::plain)) {
            throw new IllegalArgumentException(
                    "authorisation must be 1 to 255 letters, digits, dots, hyphens or underscores");
        }
    }

    private static boolean plain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0);
    }

    @Override
    public String toString() {
        return value;
    }
}

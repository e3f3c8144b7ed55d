package io.daybook.domain.kernel;

/** Where a customer gets mail; checked only for length, since only a delivered mail proves more. */
public record Email(String value) implements PersonalData {
    /** What is read once the person's key is gone. */
    public static final Email ERASED = new Email("erased");

    /** @throws IllegalArgumentException unless the value is 1 to 254 characters */
    public Email {
        Text.bounded("email", value, 254);
    }
}

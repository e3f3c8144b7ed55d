package io.daybook.domain.kernel;

/** A telephone number as the customer wrote it. */
public record Phone(String value) implements PersonalData {
    /** What is read once the person's key is gone. */
    public static final Phone ERASED = new Phone("erased");

    /** @throws IllegalArgumentException unless the value is 1 to 40 characters */
    public Phone {
        Text.bounded("phone", value, 40);
    }
}

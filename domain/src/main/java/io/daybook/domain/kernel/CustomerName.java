package io.daybook.domain.kernel;

/** How a customer wants to be addressed. */
public record CustomerName(String value) implements PersonalData {
    /** What is read once the person's key is gone. */
    public static final CustomerName ERASED = new CustomerName("erased");

    /** @throws IllegalArgumentException unless the value is 1 to 200 characters */
    public CustomerName {
        Text.bounded("name", value, 200);
    }
}

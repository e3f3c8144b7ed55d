package io.daybook.domain.kernel;

/** Where a parcel goes. */
public record Address(String street, String postalCode, String city, String country) implements PersonalData {
    /** What is read once the person's key is gone. */
    public static final Address ERASED = new Address("erased", "erased", "erased", "ZZ");

    /** @throws IllegalArgumentException naming the field that is blank or too long; country is ISO 3166-1 alpha-2 */
    public Address {
        Text.bounded("street", street, 200);
        Text.bounded("postalCode", postalCode, 20);
        Text.bounded("city", city, 100);
        if (country.length() != 2 || !country.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("country must be two capital letters (ISO 3166-1 alpha-2)");
        }
    }
}

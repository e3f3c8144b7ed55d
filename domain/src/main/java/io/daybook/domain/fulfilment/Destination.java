package io.daybook.domain.fulfilment;

import java.util.Locale;

/**
 * Where a parcel goes, as far as a policy needs to know. It belongs to a person's address, so it is never kept, and its text does not
 * tell the postcode.
 *
 * @param country ISO 3166-1 alpha-2
 * @param postcode in capitals and without blanks
 */
public record Destination(String country, String postcode) {
    public Destination {
        postcode = plain(postcode);
    }

    static String plain(String postcode) {
        return postcode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Destination[" + country + "]";
    }
}

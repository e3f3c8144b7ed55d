package io.daybook.app.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Articles of one sort.
 *
 * @param noun what one of them is
 * @param from lowest price, whole units of the currency
 * @param to highest price
 * @param variant what the variants of one model differ in
 */
record Shelf(String department, String name, String noun, int from, int to, Feature variant, List<Feature> features) {

    /**
     * @param values empty for yes or no
     */
    record Feature(String name, List<String> values) {
        static Feature parse(String text) {
            if (text.endsWith("?")) {
                return new Feature(text.substring(0, text.length() - 1), List.of());
            }
            int equals = text.indexOf('=');
            return new Feature(
                    text.substring(0, equals),
                    Arrays.asList(text.substring(equals + 1).split("/", -1)));
        }
    }

    static Shelf parse(String line) {
        String[] parts = line.split("\\|", -1);
        return new Shelf(
                parts[0],
                parts[1],
                parts[2],
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]),
                Feature.parse(parts[5]),
                Arrays.stream(parts[6].split(";", -1)).map(Feature::parse).toList());
    }

    /** Capital letters, two of the department and three of what stands there; no two shelves have the same. */
    String code() {
        String what = name.substring(name.lastIndexOf(' ') + 1);
        return (department.substring(0, 2) + what.substring(0, 3)).toUpperCase(Locale.ROOT);
    }
}

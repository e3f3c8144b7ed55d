package io.daybook.bench.append;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How hard an append scenario presses.
 *
 * @param writers that append at once, each to new aggregates
 * @param events in each append
 */
public record Load(int writers, int events) {
    private static final Pattern NAME = Pattern.compile("(\\d+)x(\\d+)");

    /** @param scenario {@code <writers>x<events>} */
    public static Load named(String scenario) {
        Matcher name = NAME.matcher(scenario);
        if (!name.matches()) {
            throw new IllegalArgumentException("no append scenario: " + scenario);
        }
        return new Load(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
    }
}

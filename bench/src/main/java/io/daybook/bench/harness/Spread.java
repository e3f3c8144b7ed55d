package io.daybook.bench.harness;

import java.util.Arrays;

/** Where the values of several rounds lie. */
public record Spread(double median, double min, double max) {
    /** @param values at least one */
    public static Spread of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no round was counted");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int upper = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }
}

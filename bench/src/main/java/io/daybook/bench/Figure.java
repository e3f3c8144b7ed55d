package io.daybook.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure over the rounds of a run.
 *
 * @param scenario what was done, for example {@code search} or {@code 16x1}
 * @param subject whose figure it is: {@code floor}, a peer, or {@code daybook}
 * @param metric with its unit, for example {@code p95_ms}
 * @param ratioToFloor median of the ratios inside each round; absent where there is no floor
 */
record Figure(
        String scenario,
        String subject,
        String metric,
        double median,
        double min,
        double max,
        @Nullable @JsonProperty("ratio_to_floor") Double ratioToFloor) {

    static Figure of(String scenario, String metric, double[] rounds) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double round : rounds) {
            min = Math.min(min, round);
            max = Math.max(max, round);
        }
        return new Figure(scenario, "daybook", metric, Samples.median(rounds), min, max, null);
    }
}

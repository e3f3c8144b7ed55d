package io.daybook.bench.harness;

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
public record Figure(
        String scenario,
        String subject,
        String metric,
        double median,
        double min,
        double max,
        @Nullable @JsonProperty("ratio_to_floor") Double ratioToFloor) {

    /** Of something that has no floor beside it. */
    public static Figure of(String scenario, String metric, double[] rounds) {
        return of(scenario, "daybook", metric, Spread.of(rounds), null);
    }

    static Figure of(String scenario, String subject, String metric, Spread spread, @Nullable Double ratioToFloor) {
        return new Figure(scenario, subject, metric, spread.median(), spread.min(), spread.max(), ratioToFloor);
    }
}

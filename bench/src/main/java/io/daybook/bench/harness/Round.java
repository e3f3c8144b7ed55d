package io.daybook.bench.harness;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What all subjects did one after the other, so close together that the machine was the same for all of them.
 *
 * @param seen by subject, then by metric
 */
public record Round(Map<String, Map<String, Double>> seen) {
    /** Empty if the subject does not know the metric. */
    public OptionalDouble value(String subject, String metric) {
        Double value = seen.getOrDefault(subject, Map.of()).get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** One subject's value in parts of another's; empty if either is missing, or the other's is nothing. */
    public OptionalDouble ratio(String subject, String other, String metric) {
        OptionalDouble mine = value(subject, metric);
        OptionalDouble its = value(other, metric);
        return mine.isEmpty() || its.isEmpty() || its.getAsDouble() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(mine.getAsDouble() / its.getAsDouble());
    }
}

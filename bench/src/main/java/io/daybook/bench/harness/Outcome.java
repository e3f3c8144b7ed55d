package io.daybook.bench.harness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the counted rounds of one scenario say. Ratios are taken inside each round, where the machine was the same for both, and the
 * median is that of the ratios.
 */
public record Outcome(String scenario, List<Round> rounds) {
    public static final String FLOOR = "floor";

    /** Of every subject and metric, in the order in which the first round names them. */
    public List<Figure> figures(List<String> subjects) {
        List<Figure> figures = new ArrayList<>();
        for (String subject : subjects) {
            for (String metric : metrics(subject)) {
                @Nullable
                Double ratio = ratio(subject, FLOOR, metric).map(Spread::median).orElse(null);
                figures.add(Figure.of(
                        scenario, subject, metric, spread(subject, metric).orElseThrow(), ratio));
            }
        }
        return figures;
    }

    private Set<String> metrics(String subject) {
        Set<String> metrics = new LinkedHashSet<>();
        rounds.forEach(round -> metrics.addAll(
                round.seen().getOrDefault(subject, java.util.Map.of()).keySet()));
        return metrics;
    }

    /** Empty if no round has it. */
    public Optional<Spread> spread(String subject, String metric) {
        return spread(rounds.stream().map(round -> round.value(subject, metric)).toList());
    }

    /** One subject in parts of another; empty if no round has both. */
    public Optional<Spread> ratio(String subject, String other, String metric) {
        return spread(rounds.stream()
                .map(round -> round.ratio(subject, other, metric))
                .toList());
    }

    private static Optional<Spread> spread(List<OptionalDouble> values) {
        double[] present = values.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return present.length == 0 ? Optional.empty() : Optional.of(Spread.of(present));
    }
}

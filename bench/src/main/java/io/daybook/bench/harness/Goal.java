package io.daybook.bench.harness;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Daybook must show in a scenario.
 *
 * @param than the subject it is compared with inside each round; null if the bound is the value itself
 * @param atLeast whether the bound is the least, or else the most, that will do
 */
public record Goal(String scenario, String metric, @Nullable String than, boolean atLeast, double bound) {
    private static final String DAYBOOK = "daybook";

    public static Goal atLeast(double bound, String scenario, String metric) {
        return new Goal(scenario, metric, null, true, bound);
    }

    public static Goal atMost(double bound, String scenario, String metric) {
        return new Goal(scenario, metric, null, false, bound);
    }

    public static Goal atLeastTimes(double bound, String than, String scenario, String metric) {
        return new Goal(scenario, metric, than, true, bound);
    }

    public static Goal atMostTimes(double bound, String than, String scenario, String metric) {
        return new Goal(scenario, metric, than, false, bound);
    }

    /** One line for a person. */
    public String judge(Outcome outcome) {
        Optional<Spread> seen = than == null ? outcome.spread(DAYBOOK, metric) : outcome.ratio(DAYBOOK, than, metric);
        String wish = String.format(
                Locale.ROOT,
                "%-16s %s %s %s%s",
                scenario,
                metric,
                atLeast ? ">=" : "<=",
                number(bound),
                than == null ? "" : " x " + than);
        return seen.map(spread -> String.format(
                        Locale.ROOT, "%-58s %8s  %s", wish, number(spread.median()), isMet(spread) ? "met" : "MISSED"))
                .orElse(String.format(Locale.ROOT, "%-58s %8s  not measured", wish, "-"));
    }

    boolean isMet(Spread seen) {
        return atLeast ? seen.median() >= bound : seen.median() <= bound;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}

package io.daybook.app.imports.job;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the units that are acknowledged.
 *
 * @param lines of the file, done
 * @param acknowledged those of them that stand in events
 * @param rejected the others
 * @param changed commands that appended something, by name
 * @param unchanged commands that found everything already so, by name
 * @param reasons rejected lines by reason
 * @param valueInEvents what the acknowledged commands say their lines are worth
 * @param valueRejected what the rejected lines are worth
 */
public record Tally(
        long lines,
        long acknowledged,
        long rejected,
        Map<String, Long> changed,
        Map<String, Long> unchanged,
        Map<String, Long> reasons,
        BigDecimal valueInEvents,
        BigDecimal valueRejected) {
    public static final Tally ZERO = new Tally(0, 0, 0, Map.of(), Map.of(), Map.of(), BigDecimal.ZERO, BigDecimal.ZERO);

    Tally plus(Outcome outcome) {
        Map<String, Long> changed = new TreeMap<>(this.changed);
        Map<String, Long> unchanged = new TreeMap<>(this.unchanged);
        Map<String, Long> reasons = new TreeMap<>(this.reasons);
        BigDecimal inEvents = valueInEvents;
        BigDecimal inRejects = valueRejected;
        for (Outcome.Granted granted : outcome.granted()) {
            String name = granted.wish().command().getClass().getSimpleName();
            (granted.changed() ? changed : unchanged).merge(name, 1L, Long::sum);
            inEvents = inEvents.add(granted.wish().value());
        }
        for (Reject reject : outcome.rejects()) {
            reasons.merge(reject.reason(), 1L, Long::sum);
            inRejects = inRejects.add(reject.entry().value());
        }
        int gone = outcome.rejects().size();
        return new Tally(
                lines + outcome.lines(),
                acknowledged + outcome.lines() - gone,
                rejected + gone,
                changed,
                unchanged,
                reasons,
                inEvents,
                inRejects);
    }
}

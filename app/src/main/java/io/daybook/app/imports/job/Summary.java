package io.daybook.app.imports.job;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an operator is told at the end: that every line, and every penny of the file, is accounted for. Flat, to be printed as it is.
 */
final class Summary {
    private Summary() {}

    static Map<String, Object> of(Tally tally, Source source) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("lines", source.lines());
        summary.put("linesInEvents", tally.acknowledged());
        summary.put("linesRejected", tally.rejected());
        tally.reasons().forEach((reason, lines) -> summary.put("rejected." + reason, lines));
        tally.changed().forEach((command, sent) -> summary.put("changed." + command, sent));
        tally.unchanged().forEach((command, sent) -> summary.put("unchanged." + command, sent));
        summary.put("nothingNew", tally.changed().isEmpty());
        if (source.value().signum() != 0) {
            summary.put("valueOfFile", source.value().toPlainString());
            summary.put("valueInEvents", tally.valueInEvents().toPlainString());
            summary.put("valueRejected", tally.valueRejected().toPlainString());
        }
        summary.put("reconciled", isReconciled(tally, source));
        return summary;
    }

    private static boolean isReconciled(Tally tally, Source source) {
        BigDecimal accounted = tally.valueInEvents().add(tally.valueRejected());
        return tally.acknowledged() + tally.rejected() == source.lines() && accounted.compareTo(source.value()) == 0;
    }
}

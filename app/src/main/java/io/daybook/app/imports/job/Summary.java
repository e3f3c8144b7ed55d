package io.daybook.app.imports.job;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an operator is told at the end: that every line, and every penny of the file, is accounted for. */
final class Summary {
    private Summary() {}

    static Map<String, Object> of(Tally tally, Source source) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("lines", source.lines());
        summary.put("linesInEvents", tally.acknowledged());
        summary.put("linesRejected", tally.rejected());
        summary.put("rejectedByReason", tally.reasons());
        summary.put("changed", tally.changed());
        summary.put("unchanged", tally.unchanged());
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

package io.daybook.app.imports.job;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of a file as it stands there.
 *
 * @param line its number in the file, from 1
 * @param fields the line's own text, cut into fields where it could be
 * @param value what the line is worth, exactly, in the file's currency; 0 where lines have no value or it cannot be read
 */
public record Entry(long line, List<String> fields, BigDecimal value) {
    public Entry {
        fields = List.copyOf(fields);
    }

    /** A line without a value. */
    public static Entry of(long line, List<String> fields) {
        return new Entry(line, fields, BigDecimal.ZERO);
    }

    public Reject rejected(String reason, String detail) {
        return new Reject(this, reason, detail);
    }
}

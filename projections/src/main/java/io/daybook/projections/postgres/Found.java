package io.daybook.projections.postgres;

import io.daybook.projections.engine.Row;
import io.daybook.query.reading.Answered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows found for a question.
 *
 * @param key of the row that was asked for
 * @param rows by key, tombstones and absent ones too
 */
public record Found<R>(int generation, boolean stale, String key, Map<String, Row<R>> rows) {
    /** What the row that was asked for holds; null if there is none or it is a tombstone. */
    public @Nullable R value() {
        return value(key);
    }

    public @Nullable R value(String other) {
        Row<R> row = rows.get(other);
        return row == null ? null : row.value();
    }

    public <T> Answered<T> answer(T body) {
        return new Answered<>(body, generation, stale);
    }
}

package io.daybook.projections.engine;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a view with what it has seen.
 *
 * @param value null for a tombstone
 * @param applied by aggregate id the sequence of the last event in it
 * @param version as read from the store; {@link Version#NONE} if the store holds no such row
 */
public record Row<R>(String key, @Nullable R value, Map<String, Long> applied, Version version) {
    public Row {
        applied = Collections.unmodifiableMap(new TreeMap<>(applied));
    }

    /** A row that no event has touched. */
    public static <R> Row<R> absent(String key) {
        return new Row<>(key, null, Map.of(), Version.NONE);
    }

    public boolean tombstone() {
        return value == null;
    }

    /** Sequence of the aggregate's last event in this row, -1 if none. */
    public long applied(String aggregateId) {
        return applied.getOrDefault(aggregateId, -1L);
    }
}

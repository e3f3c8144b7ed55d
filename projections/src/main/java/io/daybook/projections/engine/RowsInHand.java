package io.daybook.projections.engine;

import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.UnknownEventType;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they were read, and as they become while events are folded into them. Holds the sequence rule: of each aggregate, what a
 * row has is dropped, what comes next is applied, and before anything further the missing ones are read from the log.
 */
public final class RowsInHand<R> {
    private final Projection<R> projection;
    private final EventLog log;
    private final Map<String, Row<R>> read;
    private final Map<String, Working<R>> changed = new LinkedHashMap<>();

    public RowsInHand(Projection<R> projection, EventLog log, Map<String, Row<R>> read) {
        this.projection = projection;
        this.log = log;
        this.read = read;
    }

    /**
     * @throws CannotFold if the event cannot be applied; what was folded before it, of its aggregate too, stays folded
     */
    public void fold(RecordedEvent event) {
        String key = key(event);
        Working<R> row = changed.get(key);
        long applied = row != null ? row.applied(event) : before(key).applied(event.aggregateId());
        if (event.sequence() <= applied) {
            return;
        }
        if (row == null) {
            row = new Working<>(before(key));
            changed.put(key, row);
        }
        if (event.sequence() > applied + 1) {
            for (RecordedEvent missed : missed(event, applied)) {
                apply(row, missed);
            }
        }
        apply(row, event);
    }

    /** Rows that differ from what was read, with the versions they were read at. */
    public Collection<Row<R>> changed() {
        return changed.values().stream()
                .filter(row -> row.touched)
                .map(Working::toRow)
                .toList();
    }

    private Row<R> before(String key) {
        return read.getOrDefault(key, Row.absent(key));
    }

    private String key(RecordedEvent event) {
        try {
            return projection.keyOf(event);
        } catch (RuntimeException e) {
            throw CannotFold.of(event, e);
        }
    }

    private List<RecordedEvent> missed(RecordedEvent event, long applied) {
        List<RecordedEvent> missed;
        try {
            missed = log.ofAggregate(event.aggregateId(), applied + 1, event.sequence() - 1);
        } catch (UnknownEventType e) {
            throw CannotFold.of(event, e);
        }
        if (missed.size() != event.sequence() - applied - 1) {
            throw CannotFold.gap(event, applied);
        }
        return missed;
    }

    private void apply(Working<R> row, RecordedEvent event) {
        try {
            row.value = FoldGuard.folding(() -> new Folded<>(projection.fold(row.value, event)))
                    .value();
        } catch (RuntimeException e) {
            throw CannotFold.of(event, e);
        }
        row.applied.put(event.aggregateId(), event.sequence());
        row.touched = true;
    }

    private record Folded<R>(@Nullable R value) {}

    private static final class Working<R> {
        private final String key;
        private final Version version;
        private final Map<String, Long> applied;
        private @Nullable R value;
        private boolean touched;

        Working(Row<R> row) {
            key = row.key();
            version = row.version();
            applied = new HashMap<>(row.applied());
            value = row.value();
        }

        long applied(RecordedEvent event) {
            return applied.getOrDefault(event.aggregateId(), -1L);
        }

        Row<R> toRow() {
            return new Row<>(key, value, new TreeMap<>(applied), version);
        }
    }
}

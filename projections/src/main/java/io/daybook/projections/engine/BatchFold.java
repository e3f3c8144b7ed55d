package io.daybook.projections.engine;

import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch into a generation: rows read at once, folded in memory, written at once under the versions that were read, marks
 * moved last. A partition whose record cannot be folded stops there; its prefix and the other partitions are written.
 */
final class BatchFold<R> {
    /** A row has one writer but for the moments of a take-over, so more lost races than this are a fault. */
    private static final int MOST_ATTEMPTS = 50;

    private final View<R> view;
    private final EventLog log;

    BatchFold(View<R> view, EventLog log) {
        this.view = view;
        this.log = log;
    }

    /**
     * @param offset of the record that cannot be folded
     */
    record Stop(long offset, String reason) {}

    /**
     * @param stops partitions that must not go on
     * @param marks the offset of each partition below which everything is in the rows
     */
    record Outcome(Map<TopicPartition, Stop> stops, Map<TopicPartition, Progress.Mark> marks, int rowsWritten) {}

    /**
     * @param known the marks where they were left
     * @param arrivals in order of their offsets per partition
     * @throws RuntimeException if store or log fail; the batch may be repeated as a whole
     */
    Outcome apply(int generation, String logId, Map<TopicPartition, Progress.Mark> known, List<Arrival> arrivals) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            RowsInHand<R> rows =
                    new RowsInHand<>(view.projection(), log, view.store().read(generation, keys(arrivals)));
            Map<TopicPartition, Stop> stops = new HashMap<>();
            Map<TopicPartition, Progress.Mark> marks = new HashMap<>();
            for (Arrival arrival : arrivals) {
                take(arrival, logId, rows, stops, marks);
            }
            Collection<Row<R>> changed = rows.changed();
            if (view.store()
                    .write(generation, changed, Advance.of(known, marks))
                    .isEmpty()) {
                return new Outcome(stops, marks, changed.size());
            }
        }
        throw new IllegalStateException(view.name() + " lost " + MOST_ATTEMPTS + " races for the same rows");
    }

    private void take(
            Arrival arrival,
            String logId,
            RowsInHand<R> rows,
            Map<TopicPartition, Stop> stops,
            Map<TopicPartition, Progress.Mark> marks) {
        if (stops.containsKey(arrival.partition())) {
            return;
        }
        long next = arrival.offset();
        try {
            if (arrival.event() == null) {
                throw new CannotFold(String.valueOf(arrival.unreadable()), null);
            }
            rows.fold(arrival.event());
            next++;
        } catch (CannotFold e) {
            stops.put(arrival.partition(), new Stop(arrival.offset(), String.valueOf(e.getMessage())));
        }
        marks.put(arrival.partition(), new Progress.Mark(next, logId));
    }

    private Set<String> keys(List<Arrival> arrivals) {
        Set<String> keys = new LinkedHashSet<>();
        arrivals.stream().map(Arrival::event).flatMap(this::key).forEach(keys::add);
        return keys;
    }

    /** None if there is no telling: the fold meets the event again, in its place, and stops the partition there. */
    private Stream<String> key(@Nullable RecordedEvent event) {
        try {
            return event == null ? Stream.of() : Stream.of(view.projection().keyOf(event));
        } catch (RuntimeException e) {
            return Stream.of();
        }
    }
}

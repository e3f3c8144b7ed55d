package io.daybook.infra.eventstore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * How far an append moves one aggregate on; not at all, if it was only decided on its state.
 *
 * @param before sequence of the last event the append was decided on, -1 for none
 * @param last sequence of the append's own last event; {@code before}, if it has none
 */
record StreamStep(String aggregateId, long before, long last) {

    /** Whether there is an event for it. */
    boolean moves() {
        return last > before;
    }

    /** Whether the aggregate has its first event by it. */
    boolean begins() {
        return before == -1 && moves();
    }

    /**
     * The steps of one append, in the order of their first events.
     *
     * @param read version of each aggregate that the append was decided on, whether or not it moves that on
     * @throws ConcurrencyException if an aggregate's events do not follow each other, or what was read of it: they were decided on
     *     different states
     */
    static List<StreamStep> of(List<EventRow> rows, Map<String, Long> read) {
        if (rows.size() == 1 && read.isEmpty()) {
            EventRow row = rows.getFirst();
            return List.of(new StreamStep(row.aggregateId(), row.sequence() - 1, row.sequence()));
        }
        Map<String, StreamStep> steps = new LinkedHashMap<>();
        for (EventRow row : rows) {
            StreamStep step = steps.get(row.aggregateId());
            if (step == null) {
                steps.put(row.aggregateId(), new StreamStep(row.aggregateId(), row.sequence() - 1, row.sequence()));
            } else if (row.sequence() == step.last() + 1) {
                steps.put(row.aggregateId(), new StreamStep(row.aggregateId(), step.before(), row.sequence()));
            } else {
                throw new ConcurrencyException("event " + row.sequence() + " of " + row.aggregateId()
                        + " does not follow event " + step.last());
            }
        }
        read.forEach((aggregateId, version) -> {
            StreamStep step = steps.putIfAbsent(aggregateId, new StreamStep(aggregateId, version, version));
            if (step != null && version < step.before()) {
                throw new ConcurrencyException("events of " + aggregateId + " follow event " + step.before()
                        + ", and were decided on event " + version);
            }
        });
        return List.copyOf(steps.values());
    }
}

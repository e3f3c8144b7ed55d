package io.daybook.infra.eventstore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * How far an append moves one aggregate on.
 *
 * @param before sequence of the last event the append was decided on, -1 for none
 * @param last sequence of the append's own last event
 */
record StreamStep(String aggregateId, long before, long last) {

    /**
     * The steps of one append, in the order of their first events.
     *
     * @throws ConcurrencyException if an aggregate's events do not follow each other: they were decided on different states
     */
    static List<StreamStep> of(List<EventRow> rows) {
        if (rows.size() == 1) {
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
        return new ArrayList<>(steps.values());
    }
}

package io.daybook.projections.engine;

import io.daybook.projections.history.RecordedEvent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How events become the rows of one view. Pure: no clock, no random, no input or output; equal events give equal rows. Events of
 * different aggregates commute: a row depends only on the prefix of each aggregate's events.
 *
 * @param <R> a record; its JSON is what stores keep and comparisons compare
 */
public interface Projection<R> {
    /** The view's name, lower case with hyphens, for example {@code order-status}. */
    String name();

    /** Changes whenever equal events would give other rows, or rows another shape. */
    int version();

    Set<Topic> topics();

    /** The key of the one row that the events of an aggregate belong to. Equal for all events of one Kafka key. */
    String keyOf(String aggregateType, String aggregateId);

    default String keyOf(RecordedEvent event) {
        return keyOf(event.aggregateType(), event.aggregateId());
    }

    Class<R> rowType();

    /**
     * The row after the event, or null if nothing is left of it: a tombstone that remembers only what it has seen.
     *
     * @param state the row before, null if there was none or it is a tombstone
     */
    @Nullable
    R fold(@Nullable R state, RecordedEvent event);

    /** Whether events of an aggregate of this type reach the view. */
    default boolean consumes(String aggregateType) {
        return topics().stream().anyMatch(topic -> topic.carriesType(aggregateType));
    }
}

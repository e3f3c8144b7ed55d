package io.daybook.command.dispatch;

import java.util.function.Function;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * How an aggregate is stored beside its events, so that loading it does not begin with the first one. What is stored is derived: a
 * form of another revision is passed over and the events are read instead.
 *
 * @param name of the form in the store, never a class name
 * @param revision from 1; raise it when the form, or what the fold makes of past events, changes
 * @param aggregate the shell
 * @param form a record of plain values and domain values, written as JSON like an event; never personal data
 */
public record SnapshotForm<A, F>(
        String name, int revision, Class<A> aggregate, Class<F> form, Function<A, F> write, Function<F, A> read) {
    /** A snapshot and this many events are about as much to read as a short life without one. */
    private static final int EVENTS_BETWEEN = 100;

    /** Takes one whenever an aggregate has come this far since the last. */
    public static SnapshotTriggerDefinition trigger(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_BETWEEN);
    }
}

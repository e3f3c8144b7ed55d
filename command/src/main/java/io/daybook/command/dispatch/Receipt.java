package io.daybook.command.dispatch;

import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.ReadAfter;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What became of a granted wish.
 *
 * @param changed false if everything was already as wished, so that nothing was appended
 * @param readAfter what a view must have seen to show the outcome
 */
public record Receipt(boolean changed, ReadAfter readAfter) {
    /**
     * Applies what was decided to the Axon aggregate at hand; called by its shell alone.
     *
     * @param type the aggregate's stored type
     */
    public static Receipt forApplying(List<? extends DomainEvent> events, String type, String id) {
        if (!events.isEmpty()) {
            Attempt.current().ifPresent(attempt -> attempt.noteApplied(id));
        }
        events.forEach(AggregateLifecycle::apply);
        @Nullable Long version = AggregateLifecycle.getVersion();
        return new Receipt(
                !events.isEmpty(), version == null ? new ReadAfter(List.of()) : ReadAfter.of(type, id, version));
    }

    /** Of a wish that several aggregates granted together. */
    public Receipt and(Receipt other) {
        List<ReadAfter.Mark> marks = new ArrayList<>(readAfter.marks());
        marks.addAll(other.readAfter.marks());
        return new Receipt(changed || other.changed, new ReadAfter(marks));
    }
}

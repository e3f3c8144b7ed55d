package io.daybook.infra.serialization;

import io.daybook.domain.kernel.DomainEvent;

/**
 * A kind of event under the name it is stored by.
 *
 * @param name {@code context.Event}, for example {@code order.OrderPlaced}; never changes, whatever becomes of the class
 * @param revision of the shape that is written today, from 1
 * @param type what it is read as
 */
public record EventType(String name, int revision, Class<? extends DomainEvent> type) {
    /** The part of the name before the dot. */
    public String context() {
        return name.substring(0, name.indexOf('.'));
    }
}

package io.daybook.infra.eventstore;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * What a reader remembers of an event. Not its token: one of the stock engine holds every gap before it, and ten thousand such fill a
 * heap.
 *
 * @param said as {@link Facts#said} says it
 */
record Seen(String said, long position, String aggregateId, long sequence) {
    static Seen of(TrackedEventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return new Seen(
                Facts.said(message),
                EventStoreSubject.position(message.trackingToken()),
                event.getAggregateIdentifier(),
                event.getSequenceNumber());
    }
}

package io.daybook.command.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** A log as one release sees it: snapshots that another release wrote are not there. */
record Understood(MemoryLog log, Predicate<DomainEventMessage<?>> snapshots) implements EventStorageEngine {
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return log.readSnapshot(aggregateId).filter(snapshots);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        log.appendEvents(events);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        log.storeSnapshot(snapshot);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        return log.readEvents(after, mayBlock);
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long first) {
        return log.readEvents(aggregateId, first);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return log.lastSequenceNumberFor(aggregateId);
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return log.createTokenAt(moment);
    }
}

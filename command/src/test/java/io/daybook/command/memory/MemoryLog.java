package io.daybook.command.memory;

import io.daybook.command.dispatch.ReadSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Events of all aggregates in one order. An append is there wholly or not at all, and of two that claim the same place in a stream one
 * wins; positions count from 1 without holes and recorded times never run backwards along them.
 */
public class MemoryLog implements EventStorageEngine {
    private final List<TrackedEventMessage<?>> all = new ArrayList<>();
    private final Map<String, List<DomainEventMessage<?>>> streams = new HashMap<>();
    private final Map<String, DomainEventMessage<?>> snapshots = new HashMap<>();
    private final List<MemoryStream> readers = new CopyOnWriteArrayList<>();

    private record Place(String aggregateId, long sequence) {
        static Place of(DomainEventMessage<?> event) {
            return new Place(event.getAggregateIdentifier(), event.getSequenceNumber());
        }
    }

    @Override
    public final void appendEvents(List<? extends EventMessage<?>> messages) {
        synchronized (this) {
            List<DomainEventMessage<?>> events = messages.stream()
                    .<DomainEventMessage<?>>map(DomainEventMessage.class::cast)
                    .toList();
            refuseConflicts(events);
            beforeAppend(events);
            events.forEach(this::record);
        }
        readers.forEach(MemoryStream::wake);
    }

    /** Runs inside every append that will succeed unless this throws. */
    protected void beforeAppend(List<DomainEventMessage<?>> events) {}

    private void refuseConflicts(List<DomainEventMessage<?>> events) {
        Set<Place> claimed = new HashSet<>();
        for (DomainEventMessage<?> event : events) {
            boolean taken = event.getSequenceNumber()
                    <= lastSequenceNumberFor(event.getAggregateIdentifier()).orElse(-1L);
            if (taken || !claimed.add(Place.of(event))) {
                throw new ConcurrencyException("another append came first: " + Place.of(event));
            }
        }
        refuseStaleReads(events);
    }

    /** What was read may have been moved on by the append itself, but by nobody else. */
    private void refuseStaleReads(List<DomainEventMessage<?>> events) {
        Map<String, Long> before = new HashMap<>();
        events.forEach(event -> before.putIfAbsent(event.getAggregateIdentifier(), event.getSequenceNumber() - 1));
        ReadSet.ofCurrentUnit().forEach((id, version) -> {
            boolean stale = before.containsKey(id)
                    ? version < before.get(id)
                    : !version.equals(lastSequenceNumberFor(id).orElse(ReadSet.NONE));
            if (stale) {
                throw new ConcurrencyException("another append came first: " + id + " is not at " + version);
            }
        });
    }

    private void record(DomainEventMessage<?> event) {
        Instant at = recordedAt();
        TrackedEventMessage<?> recorded = new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(all.size() + 1L),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event,
                () -> at);
        all.add(recorded);
        streams.computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>())
                .add((DomainEventMessage<?>) recorded);
    }

    private Instant recordedAt() {
        Instant now = Instant.now();
        Instant last = all.isEmpty() ? now : all.getLast().getTimestamp();
        return now.isBefore(last) ? last : now;
    }

    /** The stream is woken after every append, on the appending thread. */
    final void wake(MemoryStream stream) {
        readers.add(stream);
    }

    final void leave(MemoryStream stream) {
        readers.remove(stream);
    }

    /** All that was appended, in order. */
    public final synchronized List<DomainEventMessage<?>> messages() {
        return all.stream()
                .<DomainEventMessage<?>>map(DomainEventMessage.class::cast)
                .toList();
    }

    /** The event behind a position. */
    final synchronized Optional<TrackedEventMessage<?>> after(long position) {
        return position < all.size() ? Optional.of(all.get((int) position)) : Optional.empty();
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public final synchronized Stream<? extends TrackedEventMessage<?>> readEvents(
            @Nullable TrackingToken after, boolean mayBlock) {
        return List.copyOf(all.subList((int) Math.min(positionOf(after), all.size()), all.size())).stream();
    }

    @Override
    public final synchronized DomainEventStream readEvents(String aggregateId, long first) {
        return DomainEventStream.of(streams.getOrDefault(aggregateId, List.of()).stream()
                .filter(event -> event.getSequenceNumber() >= first)
                .toList());
    }

    @Override
    public final synchronized Optional<Long> lastSequenceNumberFor(String aggregateId) {
        List<DomainEventMessage<?>> stream = streams.getOrDefault(aggregateId, List.of());
        return stream.isEmpty()
                ? Optional.empty()
                : Optional.of(stream.getLast().getSequenceNumber());
    }

    @Override
    public final synchronized void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.merge(
                snapshot.getAggregateIdentifier(),
                snapshot,
                (former, next) -> next.getSequenceNumber() < former.getSequenceNumber() ? former : next);
    }

    @Override
    public final synchronized Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.ofNullable(snapshots.get(aggregateId));
    }

    @Override
    public final TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public final synchronized TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(all.size());
    }

    @Override
    public final synchronized TrackingToken createTokenAt(Instant moment) {
        Predicate<TrackedEventMessage<?>> before = event -> event.getTimestamp().isBefore(moment);
        return new GlobalSequenceTrackingToken(all.stream().takeWhile(before).count());
    }
}

package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Beginnings;
import io.daybook.command.dispatch.ReadSet;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.infra.serialization.EventCodec;
import io.daybook.infra.serialization.EventSerializer;
import io.daybook.infra.serialization.EventType;
import io.daybook.infra.serialization.MetadataCodec;
import io.daybook.projections.history.UnknownEventType;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon sees it. Appends never join a transaction of the caller's: they are durable when {@link #appendEvents} returns, in
 * the unit of work's prepare-commit phase. Hence handlers of event processors must not publish; they send commands that run in units
 * of work of their own.
 */
public final class PostgresEventEngine implements EventStorageEngine {
    private static final int PAGE = 1_000;

    private final EventCodec codec;
    private final LogReader reader;
    private final Adoption adoption;
    private final EventLimit limit;
    private final RecordedMessages messages;
    private final Snapshots snapshots;
    private final GroupCommit commits;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param partitionSize positions in one partition of the log
     */
    public PostgresEventEngine(
            LogConnections connections,
            LogReader reader,
            EventCodec codec,
            Adoption adoption,
            EventLimit limit,
            Snapshots snapshots,
            long partitionSize,
            MeterRegistry meters) {
        this.codec = codec;
        this.limit = limit;
        this.reader = reader;
        this.adoption = adoption;
        this.snapshots = snapshots;
        messages = new RecordedMessages(new EventSerializer(codec));
        commits = new GroupCommit(new AppendStatement(
                connections,
                adoption,
                new LogPartitions(partitionSize),
                meters,
                () -> listeners.forEach(Runnable::run)));
    }

    /** The listener is called after every commit of this engine, on the appending thread; it must be quick. */
    void onAppended(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty()) {
            List<DomainEvent> payloads = new ArrayList<>(events.size());
            for (EventMessage<?> event : events) {
                payloads.add(payload(event));
            }
            List<byte[]> encoded = codec.encodeAll(payloads);
            List<EventRow> rows = new ArrayList<>(events.size());
            for (int n = 0; n < events.size(); n++) {
                rows.add(row((DomainEventMessage<?>) events.get(n), payloads.get(n), encoded.get(n)));
            }
            commits.append(new Append(rows, ReadSet.ofCurrentUnit(), ridingAnswers()));
        }
    }

    /** How long the append that is being written has taken so far. */
    Duration writingFor() {
        return commits.writingFor();
    }

    private static DomainEvent payload(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?>) || !(message.getPayload() instanceof DomainEvent payload)) {
            throw new IllegalArgumentException(message.getPayloadType() + " is no event of an aggregate");
        }
        return payload;
    }

    private EventRow row(DomainEventMessage<?> event, DomainEvent payload, byte[] encoded) {
        String aggregateId = event.getAggregateIdentifier();
        if (!payload.partitionKey().equals(PartitionKey.of(aggregateId))) {
            throw new IllegalArgumentException(aggregateId + " is not ordered by " + payload.partitionKey());
        }
        EventType type = codec.types().of(payload.getClass());
        EventRow row = new EventRow(
                event.getType(),
                aggregateId,
                event.getSequenceNumber(),
                UUID.fromString(event.getIdentifier()),
                type.name(),
                type.revision(),
                encoded,
                MetadataCodec.encode(event.getMetaData()));
        limit.check(row);
        return row;
    }

    private static List<RidingAnswer> ridingAnswers() {
        List<RidingAnswer> riding =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root().getResource(Answers.RESOURCE) : null;
        return riding == null ? List.of() : List.copyOf(riding);
    }

    /** @throws UnknownEventType if the aggregate has an event that this release cannot read: it must not decide without it */
    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        adoption.requireAdopted();
        if (Beginnings.isKnownToBeNew(aggregateId)) {
            return DomainEventStream.empty();
        }
        return DomainEventStream.of(reader.stream(aggregateId, firstSequence, Long.MAX_VALUE).stream()
                .map(this::known)
                .map(messages::domainEvent));
    }

    private RecordedRow known(RecordedRow row) {
        if (codec.types().named(row.type()).isEmpty()) {
            throw new UnknownEventType(row.type(), row.revision());
        }
        return row;
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken after, boolean mayBlock) {
        long from = positionOf(after);
        return Stream.iterate(
                        nextPage(from),
                        page -> !page.isEmpty(),
                        page -> nextPage(page.getLast().position()))
                .flatMap(List::stream)
                .map(messages::tracked);
    }

    private List<RecordedRow> nextPage(long after) {
        adoption.requireAdopted();
        return reader.page(after, Long.MAX_VALUE, PAGE);
    }

    /** Messages of the events after a position, in order; empty if there are none yet. */
    List<TrackedEventMessage<?>> messagesAfter(long position, int limit) {
        adoption.requireAdopted();
        return reader.page(position, Long.MAX_VALUE, limit).stream()
                .<TrackedEventMessage<?>>map(messages::tracked)
                .toList();
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        snapshots.store(snapshot);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Beginnings.isKnownToBeNew(aggregateId) ? Optional.empty() : snapshots.of(aggregateId);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return reader.lastSequence(aggregateId).stream().boxed().findFirst();
    }

    /** Before the first event. */
    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    /** Before the first event that was recorded at that moment or later. */
    @Override
    public TrackingToken createTokenAt(Instant moment) {
        return new GlobalSequenceTrackingToken(reader.lastBefore(moment));
    }
}

package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.SnapshotForm;
import io.daybook.infra.serialization.EventCodec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;

/** Aggregates as they were at some event, the newest of each. All of it can be had again from the events. */
public final class Snapshots {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final String STORE = """
            insert into snapshot (aggregate_id, aggregate_type, sequence, position, snapshot_type, revision, payload)
            select aggregate_id, aggregate_type, sequence, position, ?, ?, ?
              from event_log
             where stream = (select first_position from stream_head where aggregate_id = ?) and sequence = ?
               and position >= (select first_position from stream_head where aggregate_id = ?)
            on conflict (aggregate_id) do update
               set sequence = excluded.sequence, position = excluded.position, snapshot_type = excluded.snapshot_type,
                   revision = excluded.revision, payload = excluded.payload, recorded_at = clock_timestamp()
             where snapshot.sequence < excluded.sequence or snapshot.revision <> excluded.revision
            """;

    private final JdbcClient db;
    private final EventCodec codec;
    private final Map<Class<?>, SnapshotForm<?, ?>> byAggregate = new HashMap<>();
    private final Map<String, SnapshotForm<?, ?>> byName = new HashMap<>();

    public Snapshots(LogConnections connections, EventCodec codec, List<SnapshotForm<?, ?>> forms) {
        db = JdbcClient.create(connections.dataSource());
        this.codec = codec;
        for (SnapshotForm<?, ?> form : forms) {
            byAggregate.put(form.aggregate(), form);
            byName.put(form.name(), form);
        }
    }

    /**
     * Keeps it, unless a newer one is there.
     *
     * @throws IllegalArgumentException if nobody has said how to store such an aggregate
     */
    void store(DomainEventMessage<?> snapshot) {
        SnapshotForm<?, ?> form = byAggregate.get(snapshot.getPayloadType());
        if (form == null) {
            throw new IllegalArgumentException("no snapshot form for " + snapshot.getPayloadType());
        }
        String id = snapshot.getAggregateIdentifier();
        db.sql(STORE)
                .params(form.name(), form.revision(), written(form, snapshot.getPayload()))
                .params(id, snapshot.getSequenceNumber(), id)
                .update();
    }

    private <A, F> byte[] written(SnapshotForm<A, F> form, Object aggregate) {
        return codec.encodeKept(form.write().apply(form.aggregate().cast(aggregate)));
    }

    /** Empty if there is none that this release can read. */
    Optional<DomainEventMessage<?>> of(String aggregateId) {
        return db.sql(
                        "select aggregate_type, sequence, snapshot_type, revision, payload from snapshot where aggregate_id = ?")
                .param(aggregateId)
                .query((row, n) ->
                        new Kept(row.getString(1), row.getLong(2), row.getString(3), row.getInt(4), row.getBytes(5)))
                .optional()
                .flatMap(kept -> read(aggregateId, kept));
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Kept(String aggregateType, long sequence, String name, int revision, byte[] payload) {}

    private Optional<DomainEventMessage<?>> read(String aggregateId, Kept kept) {
        SnapshotForm<?, ?> form = byName.get(kept.name());
        if (form == null || form.revision() != kept.revision()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new GenericDomainEventMessage<>(
                    kept.aggregateType(), aggregateId, kept.sequence(), aggregate(form, kept.payload())));
        } catch (JacksonException e) {
            LOG.warn("the snapshot of {} cannot be read, its events are read instead", aggregateId, e);
            return Optional.empty();
        }
    }

    private <A, F> A aggregate(SnapshotForm<A, F> form, byte[] payload) {
        return form.read().apply(codec.decodeKept(form.form(), payload));
    }
}

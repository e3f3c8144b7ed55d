package io.daybook.infra.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One event as the log holds it.
 *
 * @param position from 1, without holes, in the order of commits
 * @param type logical name
 * @param recordedAt the log's own clock, never running backwards along positions
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as stored, handed on unchanged and never compared
public record RecordedRow(
        long position,
        String aggregateType,
        String aggregateId,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        byte[] payload,
        byte[] metadata,
        Instant recordedAt) {

    static final String COLUMNS =
            "position, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at";

    static RecordedRow of(ResultSet row) throws SQLException {
        return new RecordedRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, UUID.class),
                row.getString(6),
                row.getInt(7),
                row.getBytes(8),
                row.getBytes(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}

package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Reads the log by position and by aggregate. */
public final class LogReader {
    private static final String PAGE = "select " + RecordedRow.COLUMNS
            + " from event_log where position > ? and position <= ? order by position limit ?";
    /** The positions keep it out of partitions that hold nothing of the aggregate, or nothing that a snapshot does not cover. */
    static final String STREAM = "select " + RecordedRow.COLUMNS + """
             from event_log
            where stream = (select first_position from stream_head where aggregate_id = ?)
              and sequence >= ? and sequence <= ?
              and position >= greatest(
                    (select first_position from stream_head where aggregate_id = ?),
                    (select position from snapshot where aggregate_id = ? and sequence < ?))
              and position <= (select last_position from stream_head where aggregate_id = ?)
            order by sequence
           """;

    private static final String BEGUN = "select aggregate_id from stream_head where aggregate_id = any (?)";

    private final DataSource log;

    public LogReader(LogConnections connections) {
        log = connections.dataSource();
    }

    /** Position of the last event, 0 while there is none. */
    public long head() {
        return number("select log_end()").orElseThrow();
    }

    /**
     * Events of {@code (after, upTo]} in order, {@code limit} at most.
     *
     * @throws LogHole if one is missing
     */
    public List<RecordedRow> page(long after, long upTo, int limit) {
        return rows(
                PAGE,
                limit,
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, upTo);
                    statement.setInt(3, limit);
                },
                new Gapless(after));
    }

    /** Events of one aggregate, both ends included. */
    public List<RecordedRow> stream(String aggregateId, long first, long last) {
        return rows(
                STREAM,
                16,
                statement -> {
                    statement.setString(1, aggregateId);
                    statement.setLong(2, first);
                    statement.setLong(3, last);
                    statement.setString(4, aggregateId);
                    statement.setString(5, aggregateId);
                    statement.setLong(6, first);
                    statement.setString(7, aggregateId);
                },
                row -> {});
    }

    OptionalLong lastSequence(String aggregateId) {
        return number("select sequence from stream_head where aggregate_id = ?", aggregateId);
    }

    /** Those of the aggregates that have an event. */
    public Set<String> begun(Set<String> aggregateIds) {
        Set<String> begun = new HashSet<>();
        try (Connection connection = log.getConnection();
                PreparedStatement statement = connection.prepareStatement(BEGUN)) {
            statement.setArray(1, connection.createArrayOf("text", aggregateIds.toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    begun.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException("cannot read the log", e);
        }
        return begun;
    }

    /** The last position that was recorded before the moment; found by halving, since both rise together. */
    long lastBefore(Instant moment) {
        long low = 0;
        long high = head();
        OffsetDateTime at = moment.atOffset(ZoneOffset.UTC);
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            boolean before = number("select 1 from event_log where position = ? and recorded_at < ?", middle, at)
                    .isPresent();
            if (before) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private OptionalLong number(String sql, Object... parameters) {
        try (Connection connection = log.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return OptionalLong.empty();
                }
                long value = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
            }
        } catch (SQLException e) {
            throw new EventStoreException("cannot read the log", e);
        }
    }

    private List<RecordedRow> rows(String sql, int expected, Binding binding, Check check) {
        List<RecordedRow> rows = new ArrayList<>(expected);
        try (Connection connection = log.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    RecordedRow row = RecordedRow.of(result);
                    check.accept(row);
                    rows.add(row);
                }
            }
        } catch (SQLException e) {
            throw new EventStoreException("cannot read the log", e);
        }
        return rows;
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private interface Check {
        void accept(RecordedRow row);
    }

    private static final class Gapless implements Check {
        private long last;

        Gapless(long after) {
            last = after;
        }

        @Override
        public void accept(RecordedRow row) {
            if (row.position() != last + 1) {
                throw new LogHole(last + 1, row.position());
            }
            last = row.position();
        }
    }
}

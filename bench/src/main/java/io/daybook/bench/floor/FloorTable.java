package io.daybook.bench.floor;

import io.daybook.bench.ledger.EntryPosted;
import io.daybook.devservers.Addresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** A plain table of events on one connection: one multi-row insert and one autocommit per append, keyset pages, JSON by Jackson. */
public final class FloorTable implements AutoCloseable {
    private static final String DDL = """
            create table if not exists event (
                position       bigint generated always as identity primary key,
                aggregate_type text        not null,
                aggregate_id   text        not null,
                sequence       bigint      not null,
                event_id       uuid        not null,
                event_type     text        not null,
                revision       integer     not null,
                payload        bytea       not null,
                metadata       bytea       not null,
                recorded_at    timestamptz not null default clock_timestamp(),
                unique (aggregate_id, sequence)
            )""";
    private static final String INSERT =
            "insert into event (aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata) values ";
    private static final String SELECT =
            "select position, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at from event ";
    private static final String PAGE = SELECT + "where position > ? order by position limit ";
    private static final String STREAM = SELECT + "where aggregate_id = ? order by sequence";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Connection connection;
    private final Map<Integer, PreparedStatement> inserts = new HashMap<>();

    public FloorTable(Addresses servers) {
        try {
            connection = open(servers);
        } catch (SQLException e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    /** Makes the table, if it is not there. */
    public static void create(Addresses servers) {
        try (Connection c = open(servers);
                Statement ddl = c.createStatement()) {
            ddl.execute(DDL);
        } catch (SQLException e) {
            throw new IllegalStateException("no table", e);
        }
    }

    private static Connection open(Addresses servers) throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword());
    }

    /** Appends entries of a ledger, numbered from {@code first}. */
    public void append(String aggregateId, int first, int events) {
        try {
            PreparedStatement insert = inserts.get(events);
            if (insert == null) {
                insert = connection.prepareStatement(
                        INSERT + "(?, ?, ?, ?, ?, ?, ?, ?), ".repeat(events - 1) + "(?, ?, ?, ?, ?, ?, ?, ?)");
                inserts.put(events, insert);
            }
            int at = 0;
            for (int number = first; number < first + events; number++) {
                insert.setString(++at, "Ledger");
                insert.setString(++at, aggregateId);
                insert.setLong(++at, number);
                insert.setObject(++at, UUID.randomUUID());
                insert.setString(++at, "ledger.EntryPosted");
                insert.setInt(++at, 1);
                insert.setBytes(++at, JSON.writeValueAsBytes(EntryPosted.numbered(aggregateId, number)));
                insert.setBytes(++at, JSON.writeValueAsBytes(Map.of("traceId", aggregateId)));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("not appended", e);
        }
    }

    /**
     * Reads all events in pages, in order, each decoded.
     *
     * @return how many there were
     */
    public long readAll(int page, Consumer<EntryPosted> reader) {
        long count = 0;
        try (PreparedStatement query = connection.prepareStatement(PAGE + page)) {
            long after = 0;
            for (boolean more = true; more; ) {
                more = false;
                query.setLong(1, after);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        after = rows.getLong(1);
                        reader.accept(entry(rows));
                        count++;
                        more = true;
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("not read", e);
        }
        return count;
    }

    /** Reads the events of one aggregate, in order, each decoded. */
    public void readOne(String aggregateId, Consumer<EntryPosted> reader) {
        try (PreparedStatement query = connection.prepareStatement(STREAM)) {
            query.setString(1, aggregateId);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    reader.accept(entry(rows));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("not read", e);
        }
    }

    private static EntryPosted entry(ResultSet row) throws SQLException {
        return JSON.readValue(row.getBytes(7), EntryPosted.class);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("not closed", e);
        }
    }
}

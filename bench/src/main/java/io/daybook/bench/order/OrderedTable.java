package io.daybook.bench.order;

import io.daybook.bench.harness.Outcome;
import io.daybook.devservers.Addresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A table of events on one connection, and a function that appends to it in one round trip and one commit. All are alike but for what
 * keeps a reader from passing an event by: nothing (the floor), a lock before the position is drawn (a row's, or an advisory one), or
 * a transaction id beside it, below whose oldest open one readers stop.
 */
final class OrderedTable implements AutoCloseable {
    static final String HEAD_ROW = "head-row";
    static final String ADVISORY_LOCK = "advisory-lock";
    static final String HORIZON = "xid-horizon";

    private static final String PAYLOAD =
            "{\"ledger\":\"some-ledger-of-a-bench\",\"customer\":\"customer-17\",\"currency\":\"EUR\",\"cents\":12999,"
                    + "\"lines\":[{\"sku\":\"sku-1\",\"quantity\":2,\"cents\":4999},{\"sku\":\"sku-2\",\"quantity\":1,\"cents\":3001}]}";

    private static final String DRAWN = """
            create table event (
                position bigint generated always as identity primary key, %s
                aggregate_id uuid not null, sequence bigint not null, payload bytea not null, unique (aggregate_id, sequence));
            """;
    private static final String COUNTED = """
            create table event (
                position bigint primary key,
                aggregate_id uuid not null, sequence bigint not null, payload bytea not null, unique (aggregate_id, sequence));
            create table head (only_row boolean primary key);
            insert into head values (true);
            """;
    private static final String INSERT_DRAWN = """
            insert into event (aggregate_id, sequence, payload) select p_aggregate, n, p_payload from generate_series(1, p_events) n;
            """;
    private static final String INSERT_COUNTED = """
            select coalesce(max(position), 0) into before from event;
            insert into event select before + n, p_aggregate, n, p_payload from generate_series(1, p_events) n;
            """;

    private static final Map<String, String> TABLES = Map.of(
            Outcome.FLOOR,
            DRAWN.formatted(""),
            HEAD_ROW,
            COUNTED,
            ADVISORY_LOCK,
            COUNTED,
            HORIZON,
            DRAWN.formatted("xid bigint not null default pg_current_xact_id()::text::bigint,")
                    + "create index event_xid on event (xid, position);");
    private static final Map<String, String> BODIES = Map.of(
            Outcome.FLOOR,
            INSERT_DRAWN,
            HEAD_ROW,
            "perform 1 from head for update;" + INSERT_COUNTED,
            ADVISORY_LOCK,
            "perform pg_advisory_xact_lock(4711);" + INSERT_COUNTED,
            HORIZON,
            INSERT_DRAWN);

    private final Connection connection;
    private final PreparedStatement call;

    OrderedTable(String name, Addresses servers) {
        try {
            connection = open(servers);
            call = connection.prepareStatement("select append(gen_random_uuid(), ?, ?)");
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for " + name, e);
        }
    }

    static void create(String name, Addresses servers) {
        String function = """
                create function append(p_aggregate uuid, p_events integer, p_payload bytea) returns void language plpgsql as $$
                declare before bigint;
                begin
                    %s
                    perform pg_notify('event', '');
                end $$;
                """.formatted(BODIES.get(name));
        try (Connection connection = open(servers);
                Statement ddl = connection.createStatement()) {
            ddl.execute(TABLES.get(name) + function);
        } catch (SQLException e) {
            throw new IllegalStateException("no table for " + name, e);
        }
    }

    private static Connection open(Addresses servers) throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword());
    }

    /** Commits events of a new aggregate. */
    void append(int events) throws SQLException {
        call.setInt(1, events);
        call.setBytes(2, PAYLOAD.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        call.execute();
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

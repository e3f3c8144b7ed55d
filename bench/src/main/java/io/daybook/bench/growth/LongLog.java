package io.daybook.bench.growth;

import io.daybook.bench.ledger.EntryPosted;
import io.daybook.devservers.Addresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Fills a log of Daybook's past the program, by the server itself: a million events take seconds and not minutes. */
final class LongLog {
    /** Events of one ledger; its neighbours in the log are others'. */
    static final int STORY = 10;

    /** Sizes are multiples of it. */
    private static final int STEP = 500_000;

    private static final Pattern SIZE = Pattern.compile("(\\d+)([kM])");

    private static final String EVENTS = """
            insert into event_log (position, stream, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at)
            select ? + n, ? + n %% ?, 'Ledger', 'filled-' || ? || '-' || n %% ?, n / ?, gen_random_uuid(), 'ledger.EntryPosted', 1, ?, '{}'::bytea, clock_timestamp()
              from generate_series(0, ?) n
            """.replace("%%", "%");
    private static final String HEADS = """
            insert into stream_head (aggregate_id, sequence, first_position, last_position)
            select 'filled-' || ? || '-' || n, ?, ? + n, ? from generate_series(0, ?) n
            """;

    private final Addresses servers;

    LongLog(Addresses servers) {
        this.servers = servers;
    }

    /** @param size for example {@code 500k} or {@code 20M}, no smaller and in steps of half a million */
    static long events(String size) {
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no size: " + size);
        }
        return Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("k") ? 1_000 : 1_000_000);
    }

    /** Id of one of the ledgers that were filled in, by any number. */
    static String ledger(long any, long events) {
        long step = Math.floorMod(any, Math.max(1, events / STEP));
        return "filled-" + step + "-" + Math.floorMod(any * 31, STEP / STORY);
    }

    /** Until at least so many events are in the log. */
    void fillTo(long events) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword())) {
            long step = number(
                    connection,
                    "select count(*) / " + (STEP / STORY) + " from stream_head where aggregate_id like 'filled-%'");
            for (; step < Math.max(1, events / STEP); step++) {
                fill(connection, step);
            }
            try (Statement tidy = connection.createStatement()) {
                tidy.execute("vacuum (analyze) event_log");
                tidy.execute("vacuum (analyze) stream_head");
                tidy.execute("checkpoint");
            }
        }
    }

    private static void fill(Connection connection, long step) throws SQLException {
        number(connection, "select create_partitions(5000000, " + STEP + ")");
        long head = number(connection, "select log_end()");
        int ledgers = STEP / STORY;
        byte[] payload = JsonMapper.shared().writeValueAsBytes(EntryPosted.numbered("filled", 7));
        try (PreparedStatement events = connection.prepareStatement(EVENTS);
                PreparedStatement heads = connection.prepareStatement(HEADS)) {
            events.setLong(1, head + 1);
            events.setLong(2, head + 1);
            events.setInt(3, ledgers);
            events.setLong(4, step);
            events.setInt(5, ledgers);
            events.setInt(6, ledgers);
            events.setBytes(7, payload);
            events.setInt(8, STEP - 1);
            events.executeUpdate();
            heads.setLong(1, step);
            heads.setInt(2, STORY - 1);
            heads.setLong(3, head + 1);
            heads.setLong(4, head + STEP);
            heads.setInt(5, ledgers - 1);
            heads.executeUpdate();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}

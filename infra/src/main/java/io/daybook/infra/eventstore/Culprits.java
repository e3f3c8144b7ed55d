package io.daybook.infra.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the sessions that hold the log back. Who waits for somebody who waits himself is not to blame: the first of them all is. */
final class Culprits {
    private static final String SESSION = """
            select a.pid, a.usename, a.application_name, coalesce(host(a.client_addr), 'a local socket'), a.state,
                   coalesce(a.wait_event, 'nothing'), extract(epoch from clock_timestamp() - a.xact_start)::bigint, left(a.query, 80)
              from pg_stat_activity a
            """;
    private static final String BEHIND_APPENDS = """
            with recursive waiting (pid) as (
                select pid from pg_stat_activity
                 where datname = current_database() and state = 'active' and application_name = ?
                union
                select unnest(pg_blocking_pids(pid)) from waiting)
            """ + SESSION
            + " join waiting w on w.pid = a.pid where cardinality(pg_blocking_pids(a.pid)) = 0 and a.pid <> pg_backend_pid()";
    private static final String OLDEST_SNAPSHOTS = SESSION + """
             where a.datname = current_database() and a.backend_xmin is not null and a.pid <> pg_backend_pid()
             order by a.xact_start limit 3
            """;
    private static final String PRESSURE = """
            select coalesce(extract(epoch from clock_timestamp() - min(xact_start)), 0)::bigint, pg_notification_queue_usage()
              from pg_stat_activity
             where datname = current_database() and backend_xmin is not null and pid <> pg_backend_pid()
            """;

    private final JdbcClient db;

    Culprits(DataSource log) {
        db = JdbcClient.create(log);
    }

    /**
     * @param notifications filled part of the queue, 0 to 1
     */
    record Pressure(Duration oldestSnapshot, double notifications) {
        static final Pressure NONE = new Pressure(Duration.ZERO, 0);
    }

    Pressure pressure() {
        return db.sql(PRESSURE)
                .query((row, n) -> new Pressure(Duration.ofSeconds(row.getLong(1)), row.getDouble(2)))
                .single();
    }

    /** Sessions that appends wait for, in words; the append itself where it waits for no session but for a disk or a replica. */
    List<String> ofAppends() {
        return db.sql(BEHIND_APPENDS)
                .param(LogConnections.APPENDER)
                .query((row, n) -> described(row))
                .list();
    }

    List<String> ofOldSnapshots() {
        return db.sql(OLDEST_SNAPSHOTS).query((row, n) -> described(row)).list();
    }

    private static String described(ResultSet row) throws SQLException {
        return "pid %d (user %s, application \"%s\", from %s, %s, waiting for %s, in its transaction for %d s): %s"
                .formatted(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getLong(7),
                        row.getString(8));
    }
}

package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what became of an append whose connection was lost: its commit may or may not have happened, and only the log knows. */
final class Outcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final String BY_EVENT = """
            select 1 from event_log
             where stream = (select first_position from stream_head where aggregate_id = ?) and sequence = ? and event_id = ?
               and position >= (select first_position from stream_head where aggregate_id = ?)
            """;

    /** Waits for the end of it, and has no row if it has ended. */
    private static final String END_OF_BACKEND =
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where pid = ? and usename = current_user";

    private final DataSource log;

    Outcomes(DataSource log) {
        this.log = log;
    }

    /**
     * Decides the append, as soon as the log answers again.
     *
     * @param backend the server's process that it was sent to; it is ended first, since it may have the request and not yet have read it
     */
    void lookUp(Append append, SQLException lost, int backend) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                if (isWritten(append.first(), backend)) {
                    append.succeeded();
                } else {
                    append.failed(new EventStoreException("the database went away; nothing was written", lost));
                }
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > giveUp) {
                    LOG.warn(
                            "cannot find out whether an append of {} was written",
                            append.first().aggregateId(),
                            e);
                    append.failed(new EventStoreException("the database went away; the outcome is unknown", lost));
                    return;
                }
                LockSupport.parkNanos(this, 50_000_000);
            }
        }
    }

    private boolean isWritten(EventRow row, int backend) throws SQLException {
        try (Connection c = log.getConnection();
                PreparedStatement end = c.prepareStatement(END_OF_BACKEND);
                // a statement of its own, so that the next one sees an append that was still running
                PreparedStatement ended = c.prepareStatement("select 1 from log_head for update");
                PreparedStatement query = c.prepareStatement(BY_EVENT)) {
            end.setInt(1, backend);
            try (ResultSet found = end.executeQuery()) {
                if (found.next() && !found.getBoolean(1)) {
                    throw new SQLException("the server's process " + backend + " does not end");
                }
            }
            ended.execute();
            query.setString(1, row.aggregateId());
            query.setLong(2, row.sequence());
            query.setObject(3, row.eventId());
            query.setString(4, row.aggregateId());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}

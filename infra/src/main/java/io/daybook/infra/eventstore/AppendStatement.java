package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.AnswerAlreadyGiven;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a group of appends by one call of {@code append_events}, one round trip and one commit. If one of them conflicts the server
 * writes none, and each is written alone to find out which. Longer than most classes: all that can come back from that call is here.
 */
final class AppendStatement {
    private static final Logger LOG = LoggerFactory.getLogger(AppendStatement.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CALL = "select append_events(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String OTHER_INCARNATION = "DB001";

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final DataSource log;
    private final Adoption adoption;
    private final Runnable appended;
    private final Timer duration;
    private final DistributionSummary groupSize;

    /** @param appended called after every commit, on the writing thread */
    AppendStatement(LogConnections connections, Adoption adoption, MeterRegistry meters, Runnable appended) {
        log = connections.dataSource();
        this.adoption = adoption;
        this.appended = appended;
        duration = Timer.builder("daybook.log.append")
                .description("from the call to the commit")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        groupSize = DistributionSummary.builder("daybook.log.append.group")
                .description("units of work that share a commit")
                .register(meters);
    }

    /** Decides every append of the group; never throws. */
    void write(List<Append> group) {
        try {
            adoption.requireAdopted();
            duration.recordCallable(() -> {
                call(group);
                return group;
            });
            groupSize.record(group.size());
            group.forEach(Append::succeeded);
            appended.run();
        } catch (SQLException e) {
            apart(group, e);
        } catch (RuntimeException e) {
            group.forEach(append -> append.failed(e));
        } catch (Exception e) {
            group.forEach(append -> append.failed(new EventStoreException("cannot append", e)));
        }
    }

    private void apart(List<Append> group, SQLException because) {
        if (isConnectionLost(because)) {
            group.forEach(append -> lookUp(append, because));
        } else if (group.size() > 1) {
            group.forEach(append -> write(List.of(append)));
        } else {
            group.getFirst().failed(meaning(group.getFirst(), because));
        }
    }

    private RuntimeException meaning(Append append, SQLException e) {
        if (Objects.equals(e.getSQLState(), OTHER_INCARNATION)) {
            adoption.check();
            return new StoreNotAdopted("another incarnation of the log was adopted");
        }
        if (!Objects.equals(e.getSQLState(), UNIQUE_VIOLATION)) {
            return new EventStoreException("cannot append", e);
        }
        ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        RidingAnswer answer = append.answer();
        if (answer != null && server != null && Objects.equals(server.getConstraint(), "answer_pkey")) {
            return new AnswerAlreadyGiven(answer.scope());
        }
        return new ConcurrencyException("another append came first: " + (server == null ? e : server.getDetail()), e);
    }

    private void call(List<Append> group) throws SQLException {
        List<EventRow> rows =
                group.stream().flatMap(append -> append.rows().stream()).toList();
        try (Connection c = connection();
                PreparedStatement call = c.prepareStatement(CALL)) {
            call.setObject(1, adoption.logId());
            call.setArray(2, c.createArrayOf("text", each(rows, EventRow::aggregateType)));
            call.setArray(3, c.createArrayOf("text", each(rows, EventRow::aggregateId)));
            call.setArray(4, c.createArrayOf("int8", each(rows, EventRow::sequence)));
            call.setArray(5, c.createArrayOf("uuid", each(rows, EventRow::eventId)));
            call.setArray(6, c.createArrayOf("text", each(rows, EventRow::type)));
            call.setArray(7, c.createArrayOf("int4", each(rows, EventRow::revision)));
            call.setArray(
                    8,
                    c.createArrayOf(
                            "bytea", rows.stream().map(EventRow::payload).toArray(byte[][]::new)));
            call.setArray(
                    9,
                    c.createArrayOf(
                            "bytea", rows.stream().map(EventRow::metadata).toArray(byte[][]::new)));
            call.setString(10, answers(group));
            try (ResultSet result = call.executeQuery()) {
                result.next();
            }
        }
    }

    private Connection connection() {
        try {
            return log.getConnection();
        } catch (SQLException e) {
            throw new EventStoreException("the database cannot be reached; nothing was written", e);
        }
    }

    private static Object[] each(List<EventRow> rows, Function<EventRow, ?> column) {
        return rows.stream().map(column).toArray();
    }

    private static @Nullable String answers(List<Append> group) {
        List<Map<String, String>> answers = group.stream()
                .map(Append::answer)
                .filter(Objects::nonNull)
                .map(answer -> Map.of(
                        "principal", answer.scope().principal(),
                        "operation", answer.scope().operation(),
                        "key", answer.scope().key(),
                        "body_hash", answer.bodyHash(),
                        "body", answer.body()))
                .toList();
        return answers.isEmpty() ? null : JSON.writeValueAsString(answers);
    }

    private static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** The commit may or may not have happened: the log knows, as soon as it answers again. */
    private void lookUp(Append append, SQLException lost) {
        long giveUp = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                if (isWritten(append.first())) {
                    append.succeeded();
                    appended.run();
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

    private boolean isWritten(EventRow row) throws SQLException {
        try (Connection c = log.getConnection();
                // a statement of its own, so that the next one sees an append that was still running
                PreparedStatement ended = c.prepareStatement("select position from log_head for update");
                PreparedStatement query = c.prepareStatement(
                        "select 1 from event_log where aggregate_id = ? and sequence = ? and event_id = ?")) {
            ended.execute();
            query.setString(1, row.aggregateId());
            query.setLong(2, row.sequence());
            query.setObject(3, row.eventId());
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }
}

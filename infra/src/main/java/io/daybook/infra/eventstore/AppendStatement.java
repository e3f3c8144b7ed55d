package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.AnswerAlreadyGiven;
import io.daybook.infra.eventstore.KnownEnd.End;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a group of appends and decides each of them. */
final class AppendStatement {
    private static final Logger LOG = LoggerFactory.getLogger(AppendStatement.class);
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String NO_PARTITION = "23514";
    private static final String OTHER_INCARNATION = "DB001";
    private static final String MOVED_ON = "DB002";
    /** lock_not_available, query_canceled, transaction_timeout. */
    private static final Set<String> LIMITS = Set.of("55P03", "57014", "25P04");

    private final DataSource log;
    private final Adoption adoption;
    private final LogPartitions partitions;
    private final Outcomes outcomes;
    private final Runnable appended;
    private final Timer duration;
    private final DistributionSummary groupSize;
    private final KnownEnd known = new KnownEnd();
    /** The server's process that the last group was sent to; groups are written one after the other. */
    private int backend;

    /** @param appended called after every commit, on the writing thread */
    AppendStatement(
            LogConnections connections,
            Adoption adoption,
            LogPartitions partitions,
            MeterRegistry meters,
            Runnable appended) {
        log = connections.appending();
        this.adoption = adoption;
        this.partitions = partitions;
        this.appended = appended;
        outcomes = new Outcomes(log);
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
        write(group, true);
    }

    /** @param patient whether to wait once more for somebody who holds the log */
    private void write(List<Append> group, boolean patient) {
        try {
            adoption.requireAdopted();
            duration.recordCallable(() -> {
                call(group);
                return group;
            });
            groupSize.record(group.size());
            appended.run();
        } catch (SQLException e) {
            apart(group, e, patient);
        } catch (RuntimeException e) {
            group.forEach(append -> append.failed(e));
        } catch (Exception e) {
            group.forEach(append -> append.failed(new EventStoreException("cannot append", e)));
        }
    }

    private void call(List<Append> group) throws SQLException {
        AppendCall.Outcome outcome;
        Connection connection = connection();
        try {
            backend = connection.unwrap(PGConnection.class).getBackendPID();
            partitions.prepare(connection);
            outcome = write(group, connection);
            End end = outcome.end();
            if (end != null) {
                known.leave(end, adoption.logId(), backend);
                partitions.reached(end.position(), connection);
            }
        } catch (SQLException e) {
            known.forget();
            throw e;
        } finally {
            giveBack(connection);
        }
        for (int i = 0; i < group.size(); i++) {
            if (outcome.lost().contains(i)) {
                group.get(i).failed(tooLate(group.get(i)));
            } else {
                group.get(i).succeeded();
            }
        }
    }

    private AppendCall.Outcome write(List<Append> group, Connection connection) throws SQLException {
        try {
            return writeAtTheEnd(group, false, connection);
        } catch (SQLException e) {
            if (!isTooLate(e)) {
                throw e;
            }
            return writeAtTheEnd(group, true, connection);
        }
    }

    private AppendCall.Outcome writeAtTheEnd(List<Append> group, boolean sortingOut, Connection connection)
            throws SQLException {
        try {
            return writeWhereThereIsRoom(group, sortingOut, connection);
        } catch (SQLException e) {
            if (!isTaken(e)) {
                throw e;
            }
            known.wasTaken();
            return writeWhereThereIsRoom(group, sortingOut, connection);
        }
    }

    private AppendCall.Outcome writeWhereThereIsRoom(List<Append> group, boolean sortingOut, Connection connection)
            throws SQLException {
        try {
            return call(group, sortingOut, connection);
        } catch (SQLException e) {
            if (!Objects.equals(e.getSQLState(), NO_PARTITION)) {
                throw e;
            }
            // nobody could make one ahead of need, or this group is larger than one
            partitions.makeAhead(
                    group.stream().mapToInt(append -> append.rows().size()).sum(), connection);
            return call(group, sortingOut, connection);
        }
    }

    private AppendCall.Outcome call(List<Append> group, boolean sortingOut, Connection connection) throws SQLException {
        return AppendCall.write(group, sortingOut, adoption.logId(), known.in(adoption.logId(), backend), connection);
    }

    /** One of the group, it is not known which, was decided on a state that somebody has moved on from. */
    private static boolean isTooLate(SQLException e) {
        return Objects.equals(e.getSQLState(), MOVED_ON) || violated(e).equals("stream_head_pkey");
    }

    /** Somebody else has written since this process did. */
    private static boolean isTaken(SQLException e) {
        return violated(e).matches("event_log_\\d+_pkey");
    }

    /** Name of the unique constraint that an append has violated; empty if it was something else. */
    private static String violated(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        return server != null && Objects.equals(e.getSQLState(), UNIQUE_VIOLATION)
                ? Objects.requireNonNullElse(server.getConstraint(), "")
                : "";
    }

    private static ConcurrencyException tooLate(Append append) {
        return new ConcurrencyException("another append came first, to one of " + append.steps());
    }

    private Connection connection() {
        try {
            return log.getConnection();
        } catch (SQLException e) {
            throw new EventStoreException("the database cannot be reached; nothing was written", e);
        }
    }

    /** What was written is written, whatever becomes of the connection. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection could not be given back", e);
        }
    }

    /** Nothing of the group is known to be written. */
    private void apart(List<Append> group, SQLException because, boolean patient) {
        if (isConnectionLost(because)) {
            group.forEach(append -> outcomes.lookUp(append, because, backend));
            appended.run();
        } else if (isHeld(because) && patient) {
            // an appender that has been stopped is ended a moment after those who began to wait with it give up
            write(group, false);
        } else if (isHeld(because)) {
            group.forEach(append ->
                    append.failed(new EventStoreException("somebody holds the log; nothing was written", because)));
        } else if (group.size() > 1) {
            group.forEach(append -> write(List.of(append), patient));
        } else {
            group.getFirst().failed(meaning(group.getFirst(), because));
        }
    }

    private static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /** A limit of {@link LogConnections} has ended the wait or the transaction; either way the server has written nothing. */
    private static boolean isHeld(SQLException e) {
        return LIMITS.contains(Objects.requireNonNullElse(e.getSQLState(), ""));
    }

    private RuntimeException meaning(Append append, SQLException e) {
        if (Objects.equals(e.getSQLState(), OTHER_INCARNATION)) {
            adoption.check();
            return new StoreNotAdopted("another incarnation of the log was adopted");
        }
        if (violated(e).equals("answer_pkey")) {
            return new AnswerAlreadyGiven(
                    append.answers().stream().map(RidingAnswer::scope).toList());
        }
        return new EventStoreException("cannot append", e);
    }
}

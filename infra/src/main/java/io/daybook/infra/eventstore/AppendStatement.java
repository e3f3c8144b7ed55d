package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.AnswerAlreadyGiven;
import io.daybook.infra.eventstore.AppendCall.Outcome;
import io.daybook.infra.eventstore.KnownEnd.End;
import io.daybook.infra.eventstore.LogPartitions.Partition;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a group of appends and decides each of them. */
final class AppendStatement {
    private static final Logger LOG = LoggerFactory.getLogger(AppendStatement.class);

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
        Outcome outcome;
        Connection connection = connection();
        try {
            backend = connection.unwrap(PGConnection.class).getBackendPID();
            partitions.prepare(connection);
            outcome = write(group, connection);
            if (outcome.end() != null) {
                partitions.reached(outcome.end().position(), connection);
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

    private Outcome write(List<Append> group, Connection connection) throws SQLException {
        End end = writeDirectly(group, connection);
        if (end != null) {
            return new Outcome(end, Set.of());
        }
        Outcome outcome = writeInAnyCase(group, connection);
        if (outcome.end() != null) {
            known.told(outcome.end(), adoption.logId(), backend);
        }
        return outcome;
    }

    /** Null if that is not possible. */
    private @Nullable End writeDirectly(List<Append> group, Connection connection) throws SQLException {
        End given = known.in(adoption.logId(), backend);
        Partition partition = partitions.holding(rows(group), known.lastSeen());
        if (partition == null) {
            return null;
        }
        try {
            End end = DirectAppend.write(group, adoption.logId(), partition, given, connection);
            if (end != null && given != null) {
                known.moved(end);
            } else if (end != null) {
                known.told(end, adoption.logId(), backend);
            }
            return end;
        } catch (SQLException e) {
            if (!AppendFailure.isOfTheDirectWay(e)) {
                throw e;
            }
            if (AppendFailure.isTaken(e)) {
                known.wasTaken();
            }
            return null;
        }
    }

    private Outcome writeInAnyCase(List<Append> group, Connection connection) throws SQLException {
        try {
            return AppendCall.write(group, adoption.logId(), connection);
        } catch (SQLException e) {
            if (!AppendFailure.hasNoPartition(e)) {
                throw e;
            }
            // nobody could make one ahead of need, or this group is larger than one
            partitions.makeAhead(rows(group), connection);
            return AppendCall.write(group, adoption.logId(), connection);
        }
    }

    private static int rows(List<Append> group) {
        int rows = 0;
        for (Append append : group) {
            rows += append.rows().size();
        }
        return rows;
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
        if (AppendFailure.isConnectionLost(because)) {
            group.forEach(append -> outcomes.lookUp(append, because, backend));
            appended.run();
        } else if (AppendFailure.isHeld(because) && patient) {
            // an appender that has been stopped is ended a moment after those who began to wait with it give up
            write(group, false);
        } else if (AppendFailure.isHeld(because)) {
            group.forEach(append ->
                    append.failed(new EventStoreException("somebody holds the log; nothing was written", because)));
        } else if (group.size() > 1) {
            group.forEach(append -> write(List.of(append), patient));
        } else {
            group.getFirst().failed(meaning(group.getFirst(), because));
        }
    }

    private RuntimeException meaning(Append append, SQLException e) {
        if (AppendFailure.isOtherIncarnation(e)) {
            adoption.check();
            return new StoreNotAdopted("another incarnation of the log was adopted");
        }
        if (AppendFailure.isAnswered(e)) {
            return new AnswerAlreadyGiven(
                    append.answers().stream().map(RidingAnswer::scope).toList());
        }
        return new EventStoreException("cannot append", e);
    }
}

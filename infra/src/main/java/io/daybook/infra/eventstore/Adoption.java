package io.daybook.infra.eventstore;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether this log is the one that all marks were made for. A log that lies in another place than it did, or whose end lies before a
 * mark, is a restored copy or has lost its tail: nobody may append to it or read on from a mark until {@link #adopt} was called.
 */
public final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);

    private final JdbcClient db;
    private final TokenMarks marks;
    private final List<Runnable> adopted = new CopyOnWriteArrayList<>();
    private volatile UUID logId;
    private volatile @Nullable String refusal;

    /** Checks at once; the schema must exist. A log that has never run anywhere is adopted where it lies. */
    public Adoption(LogConnections connections, TokenMarks marks) {
        db = JdbcClient.create(connections.dataSource());
        this.marks = marks;
        LogIdentity identity = identity();
        logId = identity.logId();
        if (identity.recorded() == null && identity.head() == 0) {
            settle(logId);
        }
        check();
    }

    /** The listener forgets what it remembers of the log; it is called before the log may be used again. */
    void onAdopted(Runnable listener) {
        adopted.add(listener);
    }

    /** The incarnation of the log. */
    public UUID logId() {
        return logId;
    }

    /** Why the log may not be used; empty when it may. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** @throws StoreNotAdopted if the log may not be used */
    public void requireAdopted() {
        String why = refusal;
        if (why != null) {
            throw new StoreNotAdopted(why);
        }
    }

    /** Looks again. */
    public void check() {
        LogIdentity identity = identity();
        String why = null;
        if (!identity.actual().equals(identity.recorded())) {
            why = "the log was last adopted at " + identity.recorded() + " and now lies at " + identity.actual();
        }
        if (!identity.logId().equals(logId)) {
            // what this process remembers of the former one may lie beyond the end of this one
            why = "the log was adopted as " + identity.logId() + " while this process ran; start it again";
        }
        Optional<String> beyond = marks.beyond(identity.head());
        if (beyond.isPresent()) {
            why = beyond.get() + " lies beyond the log's last position " + identity.head();
        }
        if (why != null && refusal == null) {
            LOG.error("{}: {}; say `daybook store adopt` when it is known what happened", StoreNotAdopted.CODE, why);
        }
        refusal = why;
    }

    /** A reader elsewhere holds a mark of this incarnation that the log does not reach: the log has lost its tail. */
    public void doubt(String mark, long position) {
        if (refusal == null && position > identity().head()) {
            refusal = mark + " is at " + position + ", beyond the log's last position";
            LOG.error("{}: {}", StoreNotAdopted.CODE, refusal);
        }
    }

    /**
     * A mark elsewhere names the event that it stands at. If the log has another one there, or none, it went another way from before
     * that position on: it is a copy from before the mark, however far it has come since.
     */
    public void doubt(String mark, long position, UUID event) {
        boolean known = db
                .sql("select 1 from event_log where position = ? and event_id = ?")
                .params(position, event)
                .query()
                .singleColumn()
                .stream()
                .findAny()
                .isPresent();
        if (refusal == null && !known) {
            refusal = mark + " is at " + position + " with event " + event + ", which the log does not have there";
            LOG.error("{}: {}", StoreNotAdopted.CODE, refusal);
        }
    }

    /**
     * Declares this log, where it lies, to be the one to go on with. Tokens beyond its end are set back to its end.
     *
     * @param sameIncarnation true only if nothing was lost, as after a clean failover; otherwise the log gets another id, by which
     *     every view and consumer of the former one sees that theirs has ended
     */
    public UUID adopt(boolean sameIncarnation) {
        UUID id = sameIncarnation ? logId : UUID.randomUUID();
        settle(id);
        marks.setBackTo(identity().head());
        adopted.forEach(Runnable::run);
        refusal = null;
        check();
        LOG.warn("the log was adopted as {}", id);
        return id;
    }

    private void settle(UUID id) {
        LogIdentity.Place here = identity().actual();
        db.sql(
                        "update log_head set log_id = ?, system_identifier = ?, database_oid = ?, timeline = ?, adopted_at = clock_timestamp()")
                .params(id, here.system(), here.database(), here.timeline())
                .update();
        logId = id;
    }

    private LogIdentity identity() {
        return db.sql(LogIdentity.QUERY).query((row, n) -> identity(row)).single();
    }

    private static LogIdentity identity(ResultSet row) throws SQLException {
        long system = row.getLong(3);
        LogIdentity.Place recorded =
                row.wasNull() ? null : new LogIdentity.Place(system, row.getLong(4), row.getInt(5));
        return new LogIdentity(
                row.getObject(1, UUID.class),
                row.getLong(2),
                recorded,
                new LogIdentity.Place(row.getLong(6), row.getLong(7), row.getInt(8)));
    }
}

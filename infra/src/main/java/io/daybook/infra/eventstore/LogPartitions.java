package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the log has room: a whole empty partition beyond the one that is being written. Whoever appends looks after it, so
 * there is room as long as anybody appends at all.
 */
final class LogPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(LogPartitions.class);

    /** The one that the log ends in, and those ahead. */
    private static final String FROM_THE_END = """
            select name::text, first_position, past_last from log_partition where past_last > log_end() + 1 order by first_position
            """;

    /**
     * A part of the log.
     *
     * @param name as the server writes it in a statement
     * @param first position in it
     * @param pastLast first position beyond it
     */
    record Partition(String name, long first, long pastLast) {
        boolean holds(long from, long to) {
            return first <= from && to < pastLast;
        }
    }

    private final long size;
    /** As far as this process knows; none before it has looked. */
    private volatile List<Partition> ahead = List.of();

    /**
     * @param size positions in one partition; those that exist keep theirs when it changes
     */
    LogPartitions(long size) {
        this.size = size;
    }

    /** Before an append, so that the first one of all finds a partition. */
    void prepare(Connection connection) throws SQLException {
        if (ahead.isEmpty()) {
            makeAhead(0, connection);
        }
    }

    /** After an append: the log has come to this position. */
    void reached(long position, Connection connection) {
        if (ahead.isEmpty() || ahead.getLast().pastLast() - position <= size) {
            try {
                makeAhead(0, connection);
            } catch (SQLException e) {
                // the append has happened, and there is room for as many more as a partition holds
                LOG.warn("cannot make a partition of the log ahead of need, trying again: {}", e.getMessage());
            }
        }
    }

    /** The one that would hold the next events after a position; null if none holds all of them, or none is known to. */
    @Nullable
    Partition holding(int events, long after) {
        for (Partition partition : ahead) {
            if (partition.holds(after + 1, after + events)) {
                return partition;
            }
        }
        return null;
    }

    /** Makes what is missing now, so that there is room for the next events and a partition's worth beyond. */
    void makeAhead(int next, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select create_partitions(?, ?)")) {
            statement.setLong(1, size);
            statement.setInt(2, next);
            statement.execute();
        }
        List<Partition> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(FROM_THE_END);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Partition(rows.getString(1), rows.getLong(2), rows.getLong(3)));
            }
        }
        ahead = List.copyOf(found);
    }
}

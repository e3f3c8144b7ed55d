package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the log has room: a whole empty partition beyond the one that is being written. Whoever appends looks after it, so
 * there is room as long as anybody appends at all.
 */
final class LogPartitions {
    private static final Logger LOG = LoggerFactory.getLogger(LogPartitions.class);

    private final long size;
    /** Where the last partition ends, as far as this process knows; 0 before it has looked. */
    private volatile long end;

    /**
     * @param size positions in one partition; those that exist keep theirs when it changes
     */
    LogPartitions(long size) {
        this.size = size;
    }

    /** Before an append, so that the first one of all finds a partition. */
    void prepare(Connection connection) throws SQLException {
        if (end == 0) {
            makeAhead(0, connection);
        }
    }

    /** After an append: the log has come to this position. */
    void reached(long position, Connection connection) {
        if (end - position <= size) {
            try {
                makeAhead(0, connection);
            } catch (SQLException e) {
                // the append has happened, and there is room for as many more as a partition holds
                LOG.warn("cannot make a partition of the log ahead of need, trying again: {}", e.getMessage());
            }
        }
    }

    /** Makes what is missing now, so that there is room for the next events and a partition's worth beyond. */
    void makeAhead(int next, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select create_partitions(?, ?)")) {
            statement.setLong(1, size);
            statement.setInt(2, next);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                end = result.getLong(1);
            }
        }
    }
}

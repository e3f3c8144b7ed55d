package io.daybook.infra.ports;

import io.daybook.command.dispatch.Turns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns by PostgreSQL's advisory locks, which serve those who wait in the order they came, and are given free when the connection of
 * who holds them ends. Different names may share a lock; then two wait that need not.
 */
public final class PostgresTurns implements Turns {
    /** First half of the locks' keys, so that they meet no others in this database. */
    private static final int OURS = 0x44425400;

    private static final String TRY = "select pg_try_advisory_lock(?, ?)";
    private static final String WAIT = "select pg_advisory_lock(?, ?)";
    private static final String GIVE_FREE = "select pg_advisory_unlock_all()";
    private static final Logger LOG = LoggerFactory.getLogger(PostgresTurns.class);

    private final DataSource connections;

    /** @param connections for nothing else, that give up a wait for a lock, or for one of them, soon */
    public PostgresTurns(DataSource connections) {
        this.connections = connections;
    }

    @Override
    public Turn take(Set<String> names) {
        Connection connection;
        try {
            connection = connections.getConnection();
        } catch (SQLException e) {
            LOG.debug("no turn is taken", e);
            return Turn.AT_ONCE;
        }
        // in one order for everybody, so that no two wait for each other
        int[] locks =
                names.stream().mapToInt(String::hashCode).distinct().sorted().toArray();
        try {
            if (areFree(locks, connection)) {
                return new Taken(connection, false);
            }
            giveFree(connection);
            await(locks, connection);
        } catch (SQLException e) {
            // whoever has it is slow, or stopped
            LOG.debug("no turn is waited for any longer", e);
        }
        return new Taken(connection, true);
    }

    private static boolean areFree(int[] locks, Connection connection) throws SQLException {
        try (PreparedStatement attempt = connection.prepareStatement(TRY)) {
            attempt.setInt(1, OURS);
            for (int lock : locks) {
                attempt.setInt(2, lock);
                try (ResultSet row = attempt.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static void await(int[] locks, Connection connection) throws SQLException {
        try (PreparedStatement wait = connection.prepareStatement(WAIT)) {
            wait.setInt(1, OURS);
            for (int lock : locks) {
                wait.setInt(2, lock);
                wait.execute();
            }
        }
    }

    private static void giveFree(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GIVE_FREE)) {
            statement.execute();
        }
    }

    private record Taken(Connection connection, boolean waited) implements Turn {
        @Override
        public void close() {
            try (connection) {
                giveFree(connection);
            } catch (SQLException e) {
                // its connection is gone, and its locks with it
                LOG.debug("a turn ended with its connection", e);
            }
        }
    }
}

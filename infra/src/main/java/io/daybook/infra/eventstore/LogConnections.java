package io.daybook.infra.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections that only the log uses, each statement a transaction of its own. They are apart from the program's pool so that a
 * command can always append and load while processors hold that pool's connections and wait for the command.
 */
public final class LogConnections implements AutoCloseable {
    private final HikariDataSource pool;

    /**
     * @param size at least 2: one to append, the rest to load and to read ahead
     */
    public LogConnections(String url, String user, String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("daybook-log");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(true);
        // the pool must be buildable while the server is still starting; the first use waits for it
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        pool = new HikariDataSource(config);
    }

    public DataSource dataSource() {
        return pool;
    }

    /** A connection outside the pool, for somebody who keeps it. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    @Override
    public void close() {
        pool.close();
    }
}

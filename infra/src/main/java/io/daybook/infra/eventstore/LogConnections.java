package io.daybook.infra.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Connections that only the log uses, each statement a transaction of its own. They are apart from the program's pool so that a
 * command can always append and load while processors hold that pool's connections and wait for the command; and those that append
 * are apart from those that read, so that hanging reads cannot keep an append waiting.
 *
 * <p>Every wait has an end. A process that is stopped amid an append holds the log's head until {@link #LONGEST_APPEND} is over and
 * its transaction is ended by the server (PostgreSQL 17 and later); whoever waits for the head gives up a second earlier.
 */
public final class LogConnections implements AutoCloseable {
    /** How long one append can keep all others waiting. */
    static final Duration LONGEST_APPEND = Duration.ofSeconds(5);

    /** What the sessions are called that append. */
    static final String APPENDER = "daybook-append";

    private static final Duration LONGEST_READ = Duration.ofSeconds(30);
    /** One writes, the other looks up what became of an append whose connection was lost. */
    private static final int APPENDING = 2;

    /** PostgreSQL would plan each call anew, since partitions make that look worth it: an append then takes more than twice as long. */
    private static final String PLAN_ONCE = " -c plan_cache_mode=force_generic_plan";

    /** Planned once, so perhaps while a table was nearly empty: never by walking through what has grown since. */
    private static final String BY_INDEX = " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    private static final Duration LONGEST_TURN = Duration.ofSeconds(3);
    /** Of those that decide for many at the same time; who finds none free goes on without. */
    private static final int TURNS = 4;

    private final HikariDataSource appending;
    private final HikariDataSource reading;
    private final HikariDataSource turns;

    /**
     * @param size at least 3: two for appends, the rest to load and to read ahead
     */
    public LogConnections(String url, String user, String password, int size) {
        appending = new HikariDataSource(
                pool(APPENDER, url, user, password, APPENDING, LONGEST_APPEND, PLAN_ONCE + BY_INDEX));
        reading = new HikariDataSource(
                pool("daybook-log", url, user, password, size - APPENDING, LONGEST_READ, PLAN_ONCE));
        HikariConfig brief = pool("daybook-turns", url, user, password, TURNS, LONGEST_TURN, "");
        brief.setConnectionTimeout(250);
        brief.setMinimumIdle(0);
        turns = new HikariDataSource(brief);
    }

    private static HikariConfig pool(
            String name, String url, String user, String password, int size, Duration longest, String planning) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(true);
        // the pool must be buildable while the server is still starting; the first use waits for it
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("options", limits(longest) + planning);
        // over what the URL may say: Culprits knows by it who appends
        config.setConnectionInitSql("set application_name = '" + name + "'");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // for a server or a network that says nothing at all; the server's own limits are to come first
        config.addDataSourceProperty("socketTimeout", longest.multipliedBy(3).toSeconds());
        return config;
    }

    /** What the server is to bound, also for a client that has been stopped: docs/adr/0017. */
    private static String limits(Duration longest) {
        long millis = longest.toMillis();
        return "-c transaction_timeout=" + millis
                + " -c lock_timeout=" + (millis - 1_000)
                + " -c tcp_user_timeout=" + 2 * millis
                + " -c client_connection_check_interval=2000";
    }

    /** To read. */
    public DataSource dataSource() {
        return reading;
    }

    /** To wait for one's turn and to hold it, for two seconds at most. */
    public DataSource turns() {
        return turns;
    }

    DataSource appending() {
        return appending;
    }

    /** A connection outside the pools, for somebody who keeps it and only listens. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(reading.getJdbcUrl(), reading.getUsername(), reading.getPassword());
    }

    /** The same for somebody who only notifies: nothing that would have to outlive the server. */
    Connection openToAnnounce() throws SQLException {
        Connection connection = open();
        try (Statement set = connection.createStatement()) {
            set.execute("set synchronous_commit = off");
        }
        return connection;
    }

    @Override
    public void close() {
        appending.close();
        reading.close();
        turns.close();
    }
}

package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of appends by other processes. Streams poll besides, so a notification that is lost costs a second. */
final class LogListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogListener.class);
    private static final int PATIENCE_MILLIS = 500;

    private final LogConnections connections;
    private final Adoption adoption;
    private final Announcer announcer;
    private final Runnable appended;
    private final Thread thread;
    private volatile boolean closed;

    LogListener(LogConnections connections, Adoption adoption, Announcer announcer, Runnable appended) {
        this.connections = connections;
        this.adoption = adoption;
        this.announcer = announcer;
        this.appended = appended;
        thread = Thread.ofPlatform().daemon().name("log-listener").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        boolean first = true;
        while (!closed) {
            try (Connection connection = connections.open();
                    Statement statement = connection.createStatement()) {
                connection.setClientInfo("ApplicationName", announcer.listener());
                statement.execute("listen event_log");
                if (!first) {
                    // whatever took the connection away may have put another database in its place
                    adoption.check();
                    LOG.info("listening to the log again");
                }
                first = false;
                appended.run();
                listen(connection.unwrap(PGConnection.class));
            } catch (SQLException | RuntimeException e) {
                if (!closed) {
                    first = false;
                    LOG.warn("lost the connection that listens to the log: {}", e.getMessage());
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS));
                }
            }
        }
    }

    private void listen(PGConnection connection) throws SQLException {
        while (!closed) {
            PGNotification @Nullable [] heard = connection.getNotifications(PATIENCE_MILLIS);
            // other schemas of the same database may have logs of their own
            if (heard != null && Arrays.stream(heard).anyMatch(n -> announcer.concerns(n.getParameter()))) {
                appended.run();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

package io.daybook.projections.running;

import io.daybook.projections.generation.Generations;
import io.daybook.projections.generation.Serving;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Renews the node's copy of the pointer when PostgreSQL tells of a change, and every second in case it did not. */
public final class ServingWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ServingWatch.class);
    private static final int LOOK_EVERY_MILLIS = 1000;

    private final DataSource dataSource;
    private final Serving serving;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread thread;

    public ServingWatch(DataSource dataSource, Serving serving) {
        this.dataSource = dataSource;
        this.serving = serving;
    }

    /** Called on the watch's own thread after the copy was renewed, at least every second while PostgreSQL answers. */
    void afterRefresh(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        CountDownLatch stop = new CountDownLatch(1);
        stopped = stop;
        try {
            serving.refresh();
        } catch (RuntimeException e) {
            LOG.warn("which generations serve is not known yet: {}", e.toString());
        }
        thread = Thread.ofPlatform().daemon().name("view-pointer").start(() -> watch(stop));
    }

    @Override
    public synchronized void stop() {
        stopped.countDown();
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Before what asks for the pointer, and after it at the end. */
    @Override
    public int getPhase() {
        return -1000;
    }

    private void watch(CountDownLatch stop) {
        try {
            do {
                try (Connection connection = dataSource.getConnection()) {
                    listen(connection, stop);
                } catch (SQLException | RuntimeException e) {
                    LOG.warn("the pointer cannot be watched for now: {}", e.toString());
                }
            } while (!stop.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Connection connection, CountDownLatch stop) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + Generations.CHANNEL);
        }
        PGConnection postgres = connection.unwrap(PGConnection.class);
        try {
            while (stop.getCount() > 0) {
                serving.refresh();
                listeners.forEach(Runnable::run);
                postgres.getNotifications(LOOK_EVERY_MILLIS);
            }
        } finally {
            try (Statement statement = connection.createStatement()) {
                statement.execute("UNLISTEN " + Generations.CHANNEL);
            }
        }
    }
}

package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other processes that something was appended: once for each commit, or for several that came close together. On a thread and a
 * connection of its own, since a notification inside the append would cost its caller some 40 µs and keep the log's head
 * locked meanwhile. One that is lost, because this process ends first, costs the others a poll's second; so does one that is kept back
 * because nobody else seemed to listen when this process last looked, which is once a second: all else that the server does for a
 * notification took a twelfth of the throughput of sixteen writers.
 */
final class Announcer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    /** The first after a while is told at once. Under load once a millisecond took a seventh of this process's time, and more of the server's. */
    private static final long GATHER_NANOS = 5_000_000;

    private static final long PAUSE_NANOS = 500_000_000;

    private final LogConnections connections;
    private final Adoption adoption;
    private final String name = UUID.randomUUID().toString().substring(0, 13);
    private final Semaphore appended = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    Announcer(LogConnections connections, Adoption adoption) {
        this.connections = connections;
        this.adoption = adoption;
        thread = Thread.ofPlatform().daemon().name("log-announcer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void announce() {
        appended.release();
    }

    /** What a session is called that listens for this process. */
    String listener() {
        return Audience.member(adoption.logId(), name);
    }

    /** Whether a notification is for this process: of this log, and not by this process, whose readers have been called already. */
    boolean concerns(String notification) {
        return notification.startsWith(adoption.logId().toString()) && !notification.endsWith(name);
    }

    private void run() {
        while (!closed) {
            try (Connection connection = connections.openToAnnounce();
                    PreparedStatement notify = connection.prepareStatement("select pg_notify('event_log', ?)");
                    Audience others = new Audience(adoption.logId(), name, connection)) {
                notify.setString(1, adoption.logId() + " " + name);
                while (!closed) {
                    appended.acquire();
                    appended.drainPermits();
                    // what comes after a pause is told unasked, and at once
                    boolean look = others.isToBeLookedAt();
                    if (look || others.isThere()) {
                        notify.execute();
                    }
                    if (look) {
                        others.look();
                    }
                    // what follows at once is told together
                    LockSupport.parkNanos(GATHER_NANOS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (SQLException e) {
                LOG.debug("cannot announce what was appended", e);
                // while the server is away
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

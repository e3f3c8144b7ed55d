package io.daybook.infra.eventstore;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees what holds the log back, measures it and names who it is: {@code daybook.log.append.waiting} (seconds the append that is being
 * written has taken so far), {@code daybook.log.snapshot.age} (seconds the oldest snapshot in the database is held; old versions of
 * rows that are often updated pile up behind it), {@code daybook.log.notifications} (part of the server's queue that is filled; every
 * append fails when it is full).
 */
public final class LogWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);
    private static final Duration SLOW_APPEND = Duration.ofSeconds(1);
    private static final Duration OLD_SNAPSHOT = Duration.ofMinutes(5);
    private static final double QUEUE_FILLING = 0.1;
    private static final int LOOKS_BETWEEN_SURVEYS = 30;

    private final PostgresEventEngine engine;
    private final Culprits culprits;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-watch").factory());
    private volatile Culprits.Pressure pressure = Culprits.Pressure.NONE;
    private int looks;

    public LogWatch(PostgresEventEngine engine, LogConnections connections, MeterRegistry meters) {
        this.engine = engine;
        culprits = new Culprits(connections.dataSource());
        Gauge.builder("daybook.log.append.waiting", this, w -> seconds(w.engine.writingFor()))
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("daybook.log.snapshot.age", this, w -> seconds(w.pressure.oldestSnapshot()))
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("daybook.log.notifications", this, w -> w.pressure.notifications())
                .register(meters);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // look() catches what it throws
    public void start() {
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            Duration waiting = engine.writingFor();
            if (waiting.compareTo(SLOW_APPEND) > 0) {
                LOG.warn("an append has been waiting for {} ms behind {}", waiting.toMillis(), culprits.ofAppends());
            }
            if (looks++ % LOOKS_BETWEEN_SURVEYS == 0) {
                survey();
            }
        } catch (RuntimeException e) {
            LOG.debug("cannot look at the log now", e);
        }
    }

    private void survey() {
        pressure = culprits.pressure();
        if (pressure.oldestSnapshot().compareTo(OLD_SNAPSHOT) > 0) {
            LOG.warn(
                    "a snapshot has been held for {} s, appends slow down behind it: {}",
                    pressure.oldestSnapshot().toSeconds(),
                    culprits.ofOldSnapshots());
        }
        if (pressure.notifications() > QUEUE_FILLING) {
            LOG.warn(
                    "{} % of the queue of notifications are filled; some session listens and does not read",
                    Math.round(pressure.notifications() * 100));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}

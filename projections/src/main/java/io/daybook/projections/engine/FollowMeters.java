package io.daybook.projections.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What views tell their meters: {@code daybook.view.lag.records} (published, not yet in the rows), {@code daybook.view.delay} (from
 * recorded to readable in the view), {@code daybook.view.rows.written}, {@code daybook.view.partitions.stopped}; all tagged
 * {@code view}.
 */
public final class FollowMeters {
    private final MeterRegistry registry;
    private final Map<String, AtomicLong> lags = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> stopped = new ConcurrentHashMap<>();
    private final Map<String, Timer> delays = new ConcurrentHashMap<>();
    private final Map<String, Counter> rows = new ConcurrentHashMap<>();

    public FollowMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void lag(String view, long records) {
        gauge(lags, "daybook.view.lag.records", view).set(records);
    }

    void stopped(String view, int partitions) {
        gauge(stopped, "daybook.view.partitions.stopped", view).set(partitions);
    }

    void written(String view, int rowsWritten, Instant recordedAt, Instant now) {
        rows.computeIfAbsent(view, name -> registry.counter("daybook.view.rows.written", "view", name))
                .increment(rowsWritten);
        Duration delay = Duration.between(recordedAt, now);
        delays.computeIfAbsent(
                        view,
                        name -> Timer.builder("daybook.view.delay")
                                .tag("view", name)
                                .publishPercentileHistogram()
                                .register(registry))
                .record(delay.isNegative() ? Duration.ZERO : delay);
    }

    private AtomicLong gauge(Map<String, AtomicLong> gauges, String meter, String view) {
        return gauges.computeIfAbsent(view, name -> {
            AtomicLong value = new AtomicLong();
            Gauge.builder(meter, value, AtomicLong::get).tag("view", name).register(registry);
            return value;
        });
    }
}

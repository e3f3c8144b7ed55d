package io.daybook.infra.notification;

import io.daybook.command.notification.Outbox;
import io.daybook.command.notification.Outbox.Standing;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many messages wait in each channel ({@code daybook.notifications.due}), for how long the first of them has
 * ({@code daybook.notifications.due.age}, seconds), and how many need a person ({@code daybook.notifications.given.up}).
 */
final class OutboxMeters implements MeterBinder {
    /** All gauges of one collection are answered by one look. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final List<String> channels;
    private final Clock clock;
    private @Nullable Instant lookedAt;
    private List<Standing> seen = List.of();

    OutboxMeters(Outbox outbox, List<String> channels, Clock clock) {
        this.outbox = outbox;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String channel : channels) {
            gauge(meters, "daybook.notifications.due", channel, Standing::due);
            gauge(meters, "daybook.notifications.due.age", channel, this::age);
            gauge(meters, "daybook.notifications.given.up", channel, Standing::givenUp);
        }
    }

    private void gauge(MeterRegistry meters, String name, String channel, ToDoubleFunction<Standing> value) {
        Gauge.builder(name, this, all -> all.of(channel, value))
                .tag("channel", channel)
                .register(meters);
    }

    private double age(Standing standing) {
        return standing.oldest() == null
                ? 0
                : Duration.between(standing.oldest(), clock.instant()).toMillis() / 1_000.0;
    }

    private double of(String channel, ToDoubleFunction<Standing> value) {
        return look().stream()
                .filter(standing -> standing.channel().equals(channel))
                .mapToDouble(value)
                .findFirst()
                .orElse(0);
    }

    private synchronized List<Standing> look() {
        Instant now = clock.instant();
        if (lookedAt == null || lookedAt.plus(ONE_LOOK).isBefore(now)) {
            seen = outbox.standing();
            lookedAt = now;
        }
        return seen;
    }
}

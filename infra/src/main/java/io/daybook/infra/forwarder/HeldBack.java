package io.daybook.infra.forwarder;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that Kafka does not take the events: when it begins, every ten seconds while it lasts, and when it is over. */
final class HeldBack {
    private static final Logger LOG = LoggerFactory.getLogger(HeldBack.class);
    private static final long BETWEEN_MILLIS = 10_000;

    private final String brokers;
    private final Supplier<String> lag;
    private final InstantSource clock;
    private long since;
    private long said;

    /**
     * @param brokers who does not answer
     * @param lag in words
     */
    HeldBack(String brokers, Supplier<String> lag, InstantSource clock) {
        this.brokers = brokers;
        this.lag = lag;
        this.clock = clock;
    }

    /** The client's message names topic and partition where it knows one. */
    synchronized void by(RuntimeException cause) {
        long now = clock.millis();
        if (since == 0) {
            since = now;
        }
        if (said == 0 || now - said >= BETWEEN_MILLIS) {
            said = now;
            LOG.warn(
                    "the forwarder is held back for {} s by Kafka at {}: {}; {}",
                    seconds(now),
                    brokers,
                    lag.get(),
                    told(cause));
        }
    }

    synchronized void over() {
        if (since != 0) {
            LOG.info("Kafka at {} takes events again after {} s", brokers, seconds(clock.millis()));
            since = 0;
            said = 0;
        }
    }

    private long seconds(long now) {
        return Duration.ofMillis(now - since).toSeconds();
    }

    private static String told(RuntimeException cause) {
        @Nullable Throwable below = cause.getCause();
        return below == null ? cause.toString() : cause + ", " + below;
    }
}

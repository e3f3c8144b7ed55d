package io.daybook.infra.notification;

import io.daybook.command.notification.NotDelivered;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** A circuit per channel, so that a server that is away is left alone for a while, and one that is not is not. */
final class Circuits implements MeterBinder {
    /**
     * {@code daybook.notifications.circuit}.
     *
     * @param calls the last so many are looked at, and at least half as many are needed for a verdict
     * @param failing the percentage of them without success that opens the circuit
     * @param open for how long nothing is sent
     */
    @ConfigurationProperties("daybook.notifications.circuit")
    record Settings(
            @DefaultValue("20") int calls,
            @DefaultValue("50") int failing,
            @DefaultValue("10s") Duration open) {}

    private final CircuitBreakerRegistry registry;

    Circuits(Settings wanted) {
        registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(wanted.calls())
                .minimumNumberOfCalls(Math.max(1, wanted.calls() / 2))
                .failureRateThreshold(wanted.failing())
                .waitDurationInOpenState(wanted.open())
                .permittedNumberOfCallsInHalfOpenState(3)
                // a "no" to one message says nothing of the server's health
                .recordException(failure -> !(failure instanceof NotDelivered no && no.isForGood()))
                .build());
    }

    CircuitBreaker of(String channel) {
        return registry.circuitBreaker("notifications-" + channel);
    }

    /** @throws NotDelivered also where it was not even tried */
    static void through(CircuitBreaker circuit, Runnable call) {
        try {
            circuit.executeRunnable(call);
        } catch (CallNotPermittedException open) {
            throw NotDelivered.yet("the server is left alone for now: it did not take messages lately", open);
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
    }
}

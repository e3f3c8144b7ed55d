package io.daybook.infra.payment;

import static io.daybook.infra.payment.PaymentProviderConformance.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybook.command.payment.Authorisation;
import io.daybook.command.payment.PaymentKey;
import io.daybook.command.payment.PaymentMethod;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.command.payment.PaymentUnanswered;
import io.daybook.domain.kernel.OrderId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider that is away is left alone for a while. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CircuitTest {
    private static final OrderId ORDER = new OrderId("o-1");
    private static final Duration OPEN = Duration.ofMillis(300);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private static Authorisation authorise(PaymentProvider provider, String card, int attempt) {
        return provider.authorise(ORDER, euros(500), new PaymentMethod(card), PaymentKey.authorise(ORDER, attempt));
    }

    private static PaymentUnanswered unanswered(PaymentProvider provider, int attempt) {
        return catchThrowableOfType(PaymentUnanswered.class, () -> authorise(provider, "pm_card_visa", attempt));
    }

    private PaymentProvider provider(StripeProperties properties) {
        var config = new PaymentConfig();
        var circuits = config.paymentCircuits(properties);
        StripeLine line = config.stripeLine(properties, circuits);
        config.paymentCircuitMeters(circuits).bindTo(meters);
        return config.paymentProvider(line, Clock.systemUTC());
    }

    private double state(String name) {
        return meters.get("resilience4j.circuitbreaker.state")
                .tag("state", name)
                .gauge()
                .value();
    }

    @Test
    void the_circuit_opens_when_there_are_no_answers_and_closes_when_there_are(@TempDir Path folder) {
        try (TestSandbox sandbox = TestSandbox.in(folder)) {
            PaymentProvider provider = provider(sandbox.properties(0, new StripeProperties.Circuit(4, 50, OPEN)));
            sandbox.misbehave("fault=error_500&times=4");

            assertThat(unanswered(provider, 1).mayHaveHappened()).isTrue();
            assertThat(unanswered(provider, 2).mayHaveHappened()).isTrue();
            assertThat(state("open")).isEqualTo(1);
            PaymentUnanswered notAsked = unanswered(provider, 3);
            assertThat(notAsked.mayHaveHappened()).isFalse();
            assertThat(notAsked.retriable()).isTrue();
            assertThat(sandbox.ledger()).isEqualTo("nothing");

            sandbox.behave();
            letPass(OPEN);
            for (int attempt = 4; attempt < 7; attempt++) {
                assertThat(authorise(provider, "pm_card_visa", attempt)).isInstanceOf(Authorisation.Authorised.class);
            }
            assertThat(state("closed")).isEqualTo(1);
            assertThat(state("open")).isZero();
        }
    }

    @Test
    void a_no_is_an_answer(@TempDir Path folder) {
        try (TestSandbox sandbox = TestSandbox.in(folder)) {
            PaymentProvider provider = provider(sandbox.properties(0, new StripeProperties.Circuit(4, 50, OPEN)));

            for (int attempt = 1; attempt < 9; attempt++) {
                assertThat(authorise(provider, "pm_card_visa_chargeDeclined", attempt))
                        .isInstanceOf(Authorisation.Declined.class);
            }
            assertThat(state("closed")).isEqualTo(1);
        }
    }

    @Test
    void nobody_listening_is_no_answer(@TempDir Path folder) {
        try (TestSandbox sandbox = TestSandbox.in(folder)) {
            PaymentProvider provider = sandbox.provider(0);
            sandbox.stop();

            assertThat(unanswered(provider, 1).retriable()).isTrue();
        }
    }

    private static void letPass(Duration time) {
        long end = System.nanoTime() + time.plusMillis(50).toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(20_000_000);
        }
    }
}

package io.daybook.infra.payment;

import io.daybook.command.payment.PaymentNotices;
import io.daybook.command.payment.PaymentProvider;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The payment provider, and where it reaches us. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StripeProperties.class)
public class PaymentConfig {
    @Bean
    CircuitBreakerRegistry paymentCircuits(StripeProperties properties) {
        return CircuitBreakerRegistry.of(StripeLine.circuit(properties.circuit()));
    }

    @Bean
    StripeLine stripeLine(StripeProperties properties, CircuitBreakerRegistry paymentCircuits) {
        return new StripeLine(properties, paymentCircuits.circuitBreaker(StripeLine.NAME));
    }

    @Bean
    PaymentProvider paymentProvider(StripeLine line, Clock clock) {
        return new StripePayments(line, new StripeSearch(line, clock));
    }

    @Bean
    StripeWebhookEndpoint stripeWebhookEndpoint(
            StripeProperties properties, StripeLine line, ObjectProvider<PaymentNotices> listener) {
        return new StripeWebhookEndpoint(properties, new StripeNotices(line), listener::getObject);
    }

    @Bean
    MeterBinder paymentCircuitMeters(CircuitBreakerRegistry paymentCircuits) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(paymentCircuits);
    }
}

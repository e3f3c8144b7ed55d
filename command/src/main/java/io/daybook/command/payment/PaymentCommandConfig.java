package io.daybook.command.payment;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.Claims;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.RecentAggregates;
import java.time.Clock;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The payments of orders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentProperties.class)
class PaymentCommandConfig {
    /** A payment is used a few times within seconds, and then once for each shipment. */
    private static final int PAYMENTS_REMEMBERED = 1_000;

    @Bean
    ConfigurerModule paymentAggregate(Claims claims) {
        RecentAggregates recent = new RecentAggregates(PAYMENTS_REMEMBERED);
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(PaymentAggregate.class)
                        .configureLockFactory(config -> claims)
                        .configureCommandTargetResolver(config -> new ByAggregateId())
                        .configureCache(config -> recent));
    }

    @Bean
    RetryWishes retryWishes(Commands commands, Clock clock) {
        return new RetryWishes(commands, clock);
    }

    @Bean
    RetryEndpoint retryEndpoint(RetryWishes wishes) {
        return new RetryEndpoint(wishes);
    }

    @Bean
    RetryMutationEndpoint retryMutationEndpoint(RetryWishes wishes) {
        return new RetryMutationEndpoint(wishes);
    }
}

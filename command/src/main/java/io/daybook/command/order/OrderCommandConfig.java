package io.daybook.command.order;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.Claims;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.RecentAggregates;
import java.time.Clock;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wishes about orders: who grants those about an order alone, and where all of them come in. */
@Configuration(proxyBeanMethods = false)
class OrderCommandConfig {
    /** An order is used a few times within seconds of being placed, and then hardly ever. */
    private static final int ORDERS_REMEMBERED = 1_000;

    @Bean
    ConfigurerModule orderAggregate(Claims claims) {
        RecentAggregates recent = new RecentAggregates(ORDERS_REMEMBERED);
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(OrderAggregate.class)
                        .configureLockFactory(config -> claims)
                        .configureCommandTargetResolver(config -> new ByAggregateId())
                        .configureCache(config -> recent));
    }

    @Bean
    OrderWishes orderWishes(Commands commands, Clock clock) {
        return new OrderWishes(commands, clock);
    }

    @Bean
    OrderEndpoint orderEndpoint(OrderWishes wishes) {
        return new OrderEndpoint(wishes);
    }

    @Bean
    OrderMutationEndpoint orderMutationEndpoint(OrderWishes wishes) {
        return new OrderMutationEndpoint(wishes);
    }
}

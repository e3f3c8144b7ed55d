package io.daybook.command.order;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.RecentAggregates;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who grants wishes about an order alone. */
@Configuration(proxyBeanMethods = false)
public class OrderCommandConfig {
    /** An order is used a few times within seconds of being placed, and then hardly ever. */
    private static final int ORDERS_REMEMBERED = 1_000;

    @Bean
    public ConfigurerModule orders() {
        RecentAggregates recent = new RecentAggregates(ORDERS_REMEMBERED);
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(OrderAggregate.class)
                        .configureCommandTargetResolver(config -> new ByAggregateId())
                        .configureCache(config -> recent));
    }
}

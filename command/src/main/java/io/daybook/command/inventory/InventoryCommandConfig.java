package io.daybook.command.inventory;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.RecentAggregates;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who grants wishes about stock. */
@Configuration(proxyBeanMethods = false)
public class InventoryCommandConfig {
    /** About 20 MB when full; an item that sells has a long story, which nobody wants to read at each order. */
    private static final int ITEMS_REMEMBERED = 20_000;

    @Bean
    public ConfigurerModule items() {
        RecentAggregates recent = new RecentAggregates(ITEMS_REMEMBERED);
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(InventoryItemAggregate.class)
                        .configureCommandTargetResolver(config -> new ByAggregateId())
                        .configureCache(config -> recent));
    }
}

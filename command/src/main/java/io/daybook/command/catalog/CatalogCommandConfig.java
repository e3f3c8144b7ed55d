package io.daybook.command.catalog;

import io.daybook.command.dispatch.ByAggregateId;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who grants wishes about products. */
@Configuration(proxyBeanMethods = false)
public class CatalogCommandConfig {
    /** Products are not kept in memory: each is changed rarely, and looked at through {@link Catalogue}. */
    @Bean
    public ConfigurerModule products() {
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(ProductAggregate.class)
                        .configureCommandTargetResolver(config -> new ByAggregateId()));
    }

    @Bean
    Catalogue catalogue(EventStore log) {
        return new Catalogue(log);
    }
}

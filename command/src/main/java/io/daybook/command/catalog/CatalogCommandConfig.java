package io.daybook.command.catalog;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.Claims;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.SnapshotForm;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wishes about products: who grants them, and where they come in. */
@Configuration(proxyBeanMethods = false)
class CatalogCommandConfig {
    /** Products are not kept in memory: each is changed rarely, and looked at through {@link Catalogue}. */
    @Bean
    ConfigurerModule productAggregate(Claims claims) {
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(ProductAggregate.class)
                        .configureLockFactory(config -> claims)
                        .configureCommandTargetResolver(config -> new ByAggregateId())
                        .configureSnapshotTrigger(config -> SnapshotForm.trigger(config.snapshotter())));
    }

    @Bean
    SnapshotForm<?, ?> productSnapshots() {
        return ProductSnapshot.FORM;
    }

    @Bean
    Catalogue catalogue(EventStore log) {
        return new Catalogue(log);
    }

    @Bean
    ProductWishes productWishes(Commands commands, Catalogue catalogue) {
        return new ProductWishes(commands, catalogue);
    }

    @Bean
    ProductEndpoint productEndpoint(ProductWishes wishes) {
        return new ProductEndpoint(wishes);
    }

    @Bean
    ProductMutationEndpoint productMutationEndpoint(ProductWishes wishes) {
        return new ProductMutationEndpoint(wishes);
    }
}

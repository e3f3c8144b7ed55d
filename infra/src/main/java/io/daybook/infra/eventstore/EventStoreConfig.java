package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.SnapshotForm;
import io.daybook.infra.serialization.EventCodec;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The log behind Axon: engine, store, tokens, transactions, and how every pooled processor is driven. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LogProperties.class)
public class EventStoreConfig {
    @Bean
    LogConnections logConnections(JdbcConnectionDetails database, LogProperties properties) {
        return new LogConnections(
                database.getJdbcUrl(),
                Objects.requireNonNullElse(database.getUsername(), ""),
                Objects.requireNonNullElse(database.getPassword(), ""),
                properties.connections());
    }

    @Bean
    LogReader logReader(LogConnections connections) {
        return new LogReader(connections);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Adoption adoption(LogConnections connections, Serializer serializer) {
        return new Adoption(connections, new TokenMarks(connections, serializer));
    }

    @Bean
    EventLimit eventLimit(LogProperties properties) {
        return new EventLimit(Math.toIntExact(properties.maxEvent().toBytes()));
    }

    @Bean
    PostgresEventEngine eventStorageEngine(
            LogConnections connections,
            LogReader reader,
            EventCodec codec,
            Adoption adoption,
            EventLimit limit,
            ObjectProvider<SnapshotForm<?, ?>> snapshots,
            LogProperties properties,
            ObjectProvider<MeterRegistry> meters) {
        return new PostgresEventEngine(
                connections,
                reader,
                codec,
                adoption,
                limit,
                new Snapshots(connections, codec, snapshots.stream().toList()),
                properties.partitionSize(),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Axon's own would take snapshots on the thread that has just decided. */
    @Bean
    Snapshotter aggregateSnapshotter(
            EventStore store,
            ObjectProvider<SnapshotForm<?, ?>> snapshots,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers) {
        return AggregateSnapshotter.builder()
                .eventStore(store)
                .aggregateFactories(snapshots.stream()
                        .<AggregateFactory<?>>map(form -> new GenericAggregateFactory<>(form.aggregate()))
                        .toList())
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .executor(new LaterOnce())
                .build();
    }

    @Bean
    LogEventStore eventStore(PostgresEventEngine engine, LogConnections connections, Adoption adoption) {
        return new LogEventStore(engine, connections, adoption);
    }

    @Bean(initMethod = "start")
    LogWatch logWatch(PostgresEventEngine engine, LogConnections connections, ObjectProvider<MeterRegistry> meters) {
        return new LogWatch(engine, connections, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Cache aggregateCache(LogProperties properties, Adoption adoption) {
        Cache cache = new AggregateCache(properties.cachedAggregates());
        adoption.onAdopted(cache::removeAll);
        return cache;
    }

    /** Axon falls back to no transactions at all when this is missing. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    TokenStore tokenStore(DataSource dataSource, Serializer serializer) {
        return new LogTokens(dataSource, serializer);
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenTable.SCHEMA;
    }

    /** Nothing is skipped: an event that cannot be handled stops its segment and is tried again. */
    @Bean
    ConfigurerModule processorDefaults() {
        return configurer -> configurer.eventProcessing(processing -> processing
                .registerDefaultErrorHandler(axon -> PropagatingErrorHandler.instance())
                .registerDefaultListenerInvocationErrorHandler(axon -> PropagatingErrorHandler.instance())
                .usingPooledStreamingEventProcessors(
                        (axon, processor) -> processor.coordinatorExecutor(EagerCoordinator::new)));
    }
}

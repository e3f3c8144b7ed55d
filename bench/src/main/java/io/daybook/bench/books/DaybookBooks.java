package io.daybook.bench.books;

import io.daybook.bench.ledger.LedgerCommand;
import io.daybook.bench.ledger.LedgerEvent;
import io.daybook.bench.ledger.LedgerSnapshot;
import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.Claims;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.SnapshotForm;
import io.daybook.devservers.Addresses;
import io.daybook.infra.eventstore.EagerCoordinator;
import io.daybook.infra.eventstore.EventStoreConfig;
import io.daybook.infra.ports.PortsConfig;
import io.daybook.infra.serialization.EventTypes;
import io.daybook.infra.serialization.SerializationConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/** Daybook's write side and log, by the program's own configurations and settings, with the ledger in place of its aggregates. */
final class DaybookBooks implements Books {
    private static final int BATCH = 1_000;
    private static final List<String> STARTERS = List.of("org.springframework.boot.flyway.");

    /** As in the program's {@code application.yml}. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.threads.virtual.enabled", "true",
            "spring.datasource.hikari.maximum-pool-size", "32",
            // the pool is for processors; the server has connections for all subjects together, but not for spare ones
            "spring.datasource.hikari.minimum-idle", "2",
            "axon.timeout.enabled", "false");

    private final ConfigurableApplicationContext beans;
    private final Commands commands;

    /** By name, since it is private to its package. */
    static final class Dispatch implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importingClass) {
            return new String[] {"io.daybook.command.dispatch.DispatchConfig"};
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Dispatch.class, SerializationConfig.class, EventStoreConfig.class, PortsConfig.class})
    static class Program {
        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(List.of(LedgerEvent.class), Map.of());
        }

        @Bean
        SnapshotForm<?, ?> ledgerSnapshots() {
            return LedgerSnapshot.FORM;
        }
    }

    DaybookBooks(Addresses servers, @Nullable Cache recent) {
        beans = Boot.start(
                Program.class,
                servers,
                STARTERS,
                SETTINGS,
                context -> context.registerBean(
                        "ledgers",
                        ConfigurerModule.class,
                        () -> axon -> Ledgers.register(
                                axon,
                                recent,
                                ledger -> ledger.configureCommandTargetResolver(c -> new ByAggregateId())
                                        .configureLockFactory(c -> new OutsideSittings(context.getBean(Claims.class)))
                                        .configureSnapshotTrigger(c -> SnapshotForm.trigger(c.snapshotter())))));
        commands = beans.getBean(Commands.class);
    }

    @Override
    public void send(LedgerCommand command) {
        commands.send(command);
    }

    /** As the program serves: {@code spring.threads.virtual.enabled}. */
    @Override
    public ThreadFactory requests() {
        return Thread.ofVirtual().factory();
    }

    @Override
    public CommandBus bus() {
        return beans.getBean(CommandBus.class);
    }

    @Override
    public EventStore store() {
        return beans.getBean(EventStore.class);
    }

    @Override
    public TokenStore tokens() {
        return beans.getBean(TokenStore.class);
    }

    @Override
    public TransactionManager transactions() {
        return beans.getBean(TransactionManager.class);
    }

    /** As the program coordinates its processors. */
    @Override
    public ScheduledExecutorService coordinator() {
        return new EagerCoordinator("bench");
    }

    /** As the program drives its processors. */
    @Override
    public void tune(PooledStreamingEventProcessor.Builder processor) {
        processor.batchSize(BATCH).initialSegmentCount(1);
    }

    @Override
    public void close() {
        beans.close();
    }
}

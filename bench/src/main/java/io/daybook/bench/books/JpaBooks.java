package io.daybook.bench.books;

import io.daybook.bench.ledger.EntryPosted;
import io.daybook.bench.ledger.LedgerCommand;
import io.daybook.devservers.Addresses;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Stock Axon as Spring Boot sets it up by itself: JPA, XML by XStream, {@code @Lob} columns, a pool of 10. */
final class JpaBooks implements Books {
    private static final List<String> STARTER =
            List.of("org.springframework.boot.hibernate.", "org.springframework.boot.data.jpa.");

    /** The tables must come from somewhere; nothing else is set. */
    private static final Map<String, Object> SETTINGS = Map.of("spring.jpa.hibernate.ddl-auto", "update");

    private final ConfigurableApplicationContext beans;

    /** The packages of the events are listed because the stock serializer reads no class of any other. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackageClasses = {JpaBooks.class, EntryPosted.class})
    static class Program {}

    JpaBooks(Addresses servers, @Nullable Cache recent) {
        beans = Boot.start(
                Program.class,
                servers,
                STARTER,
                SETTINGS,
                context -> context.registerBean(
                        "ledgers", ConfigurerModule.class, () -> configurer -> Ledgers.register(configurer, recent)));
    }

    @Override
    public void send(LedgerCommand command) {
        beans.getBean(CommandGateway.class).sendAndWait(command);
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

    /** One event per batch, 16 segments: as they are. */
    @Override
    public void tune(PooledStreamingEventProcessor.Builder processor) {}

    @Override
    public void close() {
        beans.close();
    }
}

package io.daybook.bench.fulfilment;

import io.daybook.bench.books.Boot;
import io.daybook.command.dispatch.Commands;
import io.daybook.devservers.Addresses;
import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.order.OrderEvent;
import io.daybook.domain.payment.PaymentEvent;
import io.daybook.infra.eventstore.EventStoreConfig;
import io.daybook.infra.ports.PortsConfig;
import io.daybook.infra.serialization.EventTypes;
import io.daybook.infra.serialization.SerializationConfig;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The program's write side by its own configurations and settings, with what decides and what appends, and without what carries orders
 * on by itself.
 */
final class WriteSide implements AutoCloseable {
    private static final List<String> STARTERS = List.of("org.springframework.boot.flyway.");

    /** As in the program's {@code application.yml}, for a shop that is paid first. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "spring.threads.virtual.enabled", "true",
            "spring.datasource.hikari.maximum-pool-size", "32",
            "spring.datasource.hikari.minimum-idle", "2",
            "axon.timeout.enabled", "false",
            "daybook.payments.provider", "stripe",
            "daybook.run.processes", "false");

    private final ConfigurableApplicationContext beans;

    /** By name, since they are private to their packages. */
    static final class Contexts implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importingClass) {
            return new String[] {
                "io.daybook.command.dispatch.DispatchConfig",
                "io.daybook.command.catalog.CatalogCommandConfig",
                "io.daybook.command.inventory.InventoryCommandConfig",
                "io.daybook.command.order.OrderCommandConfig",
                "io.daybook.command.payment.PaymentCommandConfig",
                "io.daybook.command.fraud.FraudConfig",
                "io.daybook.command.fulfilment.FulfilmentConfig"
            };
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({Contexts.class, SerializationConfig.class, EventStoreConfig.class, PortsConfig.class})
    static class Program {
        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(
                    List.of(OrderEvent.class, PaymentEvent.class, InventoryEvent.class, ProductEvent.class), Map.of());
        }
    }

    WriteSide(Addresses servers) {
        beans = Boot.start(Program.class, servers, STARTERS, SETTINGS, context -> {});
    }

    Commands commands() {
        return beans.getBean(Commands.class);
    }

    /** How many events an aggregate has. */
    long eventsOf(String aggregateId) {
        return beans.getBean(EventStore.class)
                        .lastSequenceNumberFor(aggregateId)
                        .orElse(-1L)
                + 1;
    }

    @Override
    public void close() {
        beans.close();
    }
}

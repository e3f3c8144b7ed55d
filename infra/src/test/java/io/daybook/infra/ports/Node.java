package io.daybook.infra.ports;

import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Beginnings;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Turns;
import io.daybook.command.fraud.EarlierOrders;
import io.daybook.command.fulfilment.DueHolds;
import io.daybook.command.fulfilment.OverdueOrders;
import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.infra.eventstore.TestLog;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The write side of one process, made by its own configs, over a log on PostgreSQL. */
final class Node implements AutoCloseable {
    private static final List<String> CONFIGS = List.of(
            "dispatch.DispatchConfig",
            "catalog.CatalogCommandConfig",
            "inventory.InventoryCommandConfig",
            "order.OrderCommandConfig",
            "payment.PaymentCommandConfig",
            "fraud.FraudConfig",
            "fulfilment.FulfilmentConfig");

    final Commands commands;
    final CommandBus bus;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Configuration axon;

    Node(TestLog log) {
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("daybook.run.processes", false)));
        beans.registerBean(EventStore.class, () -> log.store);
        beans.registerBean(Answers.class, () -> new PostgresAnswers(log.sql()));
        beans.registerBean(Beginnings.class, () -> log.reader::begun);
        beans.registerBean(Turns.class, () -> new PostgresTurns(log.connections.turns()));
        beans.registerBean(ItemsOfSku.class, () -> new PostgresItemsOfSku(log.sql()));
        beans.registerBean(DueHolds.class, () -> new PostgresDueHolds(log.sql()));
        beans.registerBean(OverdueOrders.class, () -> new PostgresOverdueOrders(log.sql()));
        beans.registerBean(EarlierOrders.class, () -> new PostgresEarlierOrders(log.sql(), log.store));
        beans.registerBean(Clock.class, Clock::systemUTC);
        CONFIGS.forEach(config -> beans.register(type(config)));
        beans.refresh();
        commands = beans.getBean(Commands.class);
        bus = beans.getBean(CommandBus.class);
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(config -> log.store)
                .configureTransactionManager(config -> log.transactions())
                .configureCommandBus(config -> bus);
        beans.getBeansOfType(ConfigurerModule.class).values().forEach(module -> module.configureModule(configurer));
        axon = configurer.start();
    }

    private static Class<?> type(String config) {
        try {
            return Class.forName("io.daybook.command." + config);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        axon.shutdown();
        beans.close();
    }
}

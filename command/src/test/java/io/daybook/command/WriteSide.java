package io.daybook.command;

import io.daybook.command.catalog.CatalogCommandConfig;
import io.daybook.command.catalog.Catalogue;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Handling;
import io.daybook.command.dispatch.LocalCommands;
import io.daybook.command.fulfilment.FulfilmentConfig;
import io.daybook.command.fulfilment.HoldProperties;
import io.daybook.command.inventory.InventoryCommandConfig;
import io.daybook.command.order.OrderCommandConfig;
import io.daybook.domain.kernel.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** One process's write side, wired by the same configs as the program's, over a log in memory. */
public final class WriteSide implements AutoCloseable {
    public final Commands commands;
    private final Configuration axon;
    private final List<Command> handled = new CopyOnWriteArrayList<>();

    private WriteSide(SharedLog log, boolean processes) {
        EventStore store = EmbeddedEventStore.builder().storageEngine(log).build();
        CommandBus bus = Handling.bus(log);
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            handled.add((Command) unitOfWork.getMessage().getPayload());
            return chain.proceed();
        });
        commands = new LocalCommands(bus, store, log);
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(config -> store)
                .configureCommandBus(config -> bus);
        new CatalogCommandConfig().products().configureModule(configurer);
        new InventoryCommandConfig().items().configureModule(configurer);
        new OrderCommandConfig().orders().configureModule(configurer);
        FulfilmentConfig fulfilment = new FulfilmentConfig();
        fulfilment
                .wishes(new Catalogue(store), log, new HoldProperties(Duration.ofMinutes(15), Duration.ofSeconds(10)))
                .configureModule(configurer);
        fulfilment
                .processes(commands, Clock.fixed(Stories.NOW, ZoneOffset.UTC), processes)
                .configureModule(configurer);
        axon = configurer.start();
    }

    public static WriteSide over(SharedLog log) {
        return new WriteSide(log, false);
    }

    /** One that also carries orders on. */
    public static WriteSide withProcesses(SharedLog log) {
        return new WriteSide(log, true);
    }

    /** Ids of the aggregates that commands of the type were handled for, in order. */
    public List<String> commandsOf(String type) {
        return handled.stream()
                .filter(command -> command.getClass().getSimpleName().equals(type))
                .map(Command::aggregateId)
                .toList();
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}

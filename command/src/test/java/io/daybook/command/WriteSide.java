package io.daybook.command;

import io.daybook.command.dispatch.Commands;
import io.daybook.command.fraud.EarlierOrders;
import io.daybook.command.fulfilment.DueHolds;
import io.daybook.command.fulfilment.DuePayments;
import io.daybook.command.fulfilment.OverdueOrders;
import io.daybook.command.payment.PaymentProvider;
import io.daybook.domain.kernel.Command;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** One program's write side, made by the module's own configs, over a log in memory. */
public final class WriteSide implements AutoCloseable {
    private static final List<String> CONFIGS = List.of(
            "dispatch.DispatchConfig",
            "catalog.CatalogCommandConfig",
            "inventory.InventoryCommandConfig",
            "order.OrderCommandConfig",
            "payment.PaymentCommandConfig",
            "fraud.FraudConfig",
            "fulfilment.FulfilmentConfig",
            "fulfilment.PaymentProcessConfig");

    private static final Clock STILL = Clock.fixed(Stories.NOW, ZoneOffset.UTC);

    public final Commands commands;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Configuration axon;
    private final List<Command> handled = new CopyOnWriteArrayList<>();

    private WriteSide(SharedLog log, boolean processes, @Nullable PaymentProvider provider, Clock clock) {
        EventStore store = EmbeddedEventStore.builder().storageEngine(log).build();
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "daybook.run.processes",
                                processes,
                                "daybook.payments.provider",
                                provider == null ? "none" : "stripe")));
        beans.registerBean(SharedLog.class, () -> log);
        beans.registerBean(EventStore.class, () -> store);
        beans.registerBean(DueHolds.class, () -> log::itemsWithHoldsEndedBy);
        beans.registerBean(OverdueOrders.class, () -> log::overdueOrders);
        beans.registerBean(DuePayments.class, () -> log::duePayments);
        beans.registerBean(EarlierOrders.class, () -> log::earlierOrders);
        beans.registerBean(Clock.class, () -> clock);
        if (provider != null) {
            beans.registerBean(PaymentProvider.class, () -> provider);
        }
        CONFIGS.forEach(config -> beans.register(type(config)));
        beans.refresh();
        commands = beans.getBean(Commands.class);
        CommandBus bus = beans.getBean(CommandBus.class);
        bus.registerHandlerInterceptor((unitOfWork, chain) -> {
            handled.add((Command) unitOfWork.getMessage().getPayload());
            return chain.proceed();
        });
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureEventStore(config -> store)
                .configureCommandBus(config -> bus)
                .configureTransactionManager(config -> NoTransactionManager.INSTANCE);
        beans.getBeansOfType(ConfigurerModule.class).values().forEach(module -> module.configureModule(configurer));
        axon = configurer.start();
    }

    private static Class<?> type(String config) {
        try {
            return Class.forName(WriteSide.class.getPackageName() + "." + config);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    public static WriteSide over(SharedLog log) {
        return new WriteSide(log, false, null, STILL);
    }

    /** One that also carries orders on. */
    public static WriteSide withProcesses(SharedLog log) {
        return new WriteSide(log, true, null, STILL);
    }

    /** One where orders are prepaid. */
    public static WriteSide withProvider(SharedLog log, PaymentProvider provider, Clock clock, boolean processes) {
        return new WriteSide(log, processes, provider, clock);
    }

    public ApplicationContext beans() {
        return beans;
    }

    public <T> T bean(Class<T> type) {
        return beans.getBean(type);
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
        beans.close();
    }
}

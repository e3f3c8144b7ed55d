package io.daybook.command;

import io.daybook.command.dispatch.Commands;
import io.daybook.command.fraud.EarlierOrders;
import io.daybook.command.fulfilment.DueHolds;
import io.daybook.command.fulfilment.DuePayments;
import io.daybook.command.fulfilment.EndingHolds;
import io.daybook.command.fulfilment.OverdueOrders;
import io.daybook.command.notification.NotificationChannel;
import io.daybook.command.notification.Outbox;
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
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
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
            "notification.NotificationConfig",
            "fulfilment.FulfilmentConfig",
            "fulfilment.PaymentProcessConfig",
            "fulfilment.NotificationProcessConfig");

    /** Two of these later a process tries again what has failed; in the program Axon's five seconds each. */
    private static final long LOOK_AGAIN_MILLIS = 100;

    private static final Clock STILL = Clock.fixed(Stories.NOW, ZoneOffset.UTC);

    public final Commands commands;
    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    private final Configuration axon;
    private final List<Command> handled = new CopyOnWriteArrayList<>();

    /** How people are told, and what is yet to be told them. */
    private record Telling(NotificationChannel channel, Outbox outbox) {}

    private WriteSide(
            SharedLog log,
            boolean processes,
            @Nullable PaymentProvider provider,
            @Nullable Telling telling,
            Clock clock) {
        EventStore store = new WakingStore(log);
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "daybook.run.processes",
                                processes,
                                "daybook.payments.provider",
                                provider == null ? "none" : "stripe",
                                "daybook.notifications.channels",
                                telling == null ? "" : "smtp")));
        beans.registerBean(SharedLog.class, () -> log);
        beans.registerBean(EventStore.class, () -> store);
        beans.registerBean(DueHolds.class, () -> log::itemsWithHoldsEndedBy);
        beans.registerBean(OverdueOrders.class, () -> log::overdueOrders);
        beans.registerBean(EndingHolds.class, () -> log::endingHolds);
        beans.registerBean(DuePayments.class, () -> log::duePayments);
        beans.registerBean(EarlierOrders.class, () -> log::earlierOrders);
        beans.registerBean(Clock.class, () -> clock);
        if (provider != null) {
            beans.registerBean(PaymentProvider.class, () -> provider);
        }
        if (telling != null) {
            beans.registerBean(NotificationChannel.class, telling::channel);
            beans.registerBean(Outbox.class, telling::outbox);
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
                .configureTransactionManager(config -> NoTransactionManager.INSTANCE)
                .eventProcessing(processing -> processing.registerPooledStreamingEventProcessorConfiguration(
                        (config, builder) -> builder.tokenClaimInterval(LOOK_AGAIN_MILLIS)));
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
        return new WriteSide(log, false, null, null, STILL);
    }

    /** One that also carries orders on. */
    public static WriteSide withProcesses(SharedLog log) {
        return new WriteSide(log, true, null, null, STILL);
    }

    /** One where orders are prepaid. */
    public static WriteSide withProvider(SharedLog log, PaymentProvider provider, Clock clock, boolean processes) {
        return new WriteSide(log, processes, provider, null, clock);
    }

    /** One that also carries orders on and tells people, with or without a provider. */
    public static WriteSide telling(
            SharedLog log,
            NotificationChannel channel,
            Outbox outbox,
            @Nullable PaymentProvider provider,
            Clock clock) {
        return new WriteSide(log, true, provider, new Telling(channel, outbox), clock);
    }

    /**
     * Has a process begin again at the first event, as an operator would.
     *
     * @throws IllegalStateException if it does not let itself be reset; it then goes on where it was
     */
    public void replay(String process) {
        PooledStreamingEventProcessor processor = axon.eventProcessingConfiguration()
                .eventProcessor(process, PooledStreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        try {
            processor.resetTokens(StreamableMessageSource::createTailToken);
        } finally {
            processor.start();
        }
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

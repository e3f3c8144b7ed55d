package io.daybook.command.fulfilment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.daybook.command.catalog.Catalogue;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Lanes;
import io.daybook.command.inventory.InventoryItemAggregate;
import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.command.order.OrderAggregate;
import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Who grants wishes that orders and stock grant together, and what carries an order on by itself. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HoldProperties.class)
public class FulfilmentConfig {
    private static final int BATCH = 256;
    private static final int AT_ONCE = 16;

    @Bean
    public ConfigurerModule wishes(Catalogue catalogue, ItemsOfSku itemsOfSku, HoldProperties holds) {
        return configurer -> configurer
                .registerCommandHandler(
                        config -> new PlacingHandler(ledger(config), catalogue, itemsOfSku, holds.duration()))
                .registerCommandHandler(config -> new ConfirmingHandler(ledger(config)))
                .registerCommandHandler(config -> new ShippingHandler(ledger(config)))
                .registerCommandHandler(config -> new HistoryHandler(ledger(config)));
    }

    private static Ledger ledger(Configuration config) {
        return new Ledger(config.repository(OrderAggregate.class), config.repository(InventoryItemAggregate.class));
    }

    /** @param run whether this process is one that carries orders on */
    @Bean
    public ConfigurerModule processes(
            Commands commands, Clock clock, @Value("${daybook.run.processes:true}") boolean run) {
        return configurer -> {
            if (run) {
                Lanes lanes = new Lanes(AT_ONCE);
                process(configurer, new WhenStockAllocatedConfirmOrder(commands, lanes, clock));
                configurer.onShutdown(lanes::close);
            }
        };
    }

    /**
     * Starts at the plain tail, not as Axon's replay: an order placed before the first start is confirmed too. What fails stops the
     * batch, which is tried again until it succeeds.
     */
    private static void process(Configurer configurer, WhenStockAllocatedConfirmOrder process) {
        configurer.eventProcessing(processing -> processing
                .registerEventHandler(config -> process)
                .registerListenerInvocationErrorHandler(
                        WhenStockAllocatedConfirmOrder.GROUP, config -> PropagatingErrorHandler.instance())
                .registerPooledStreamingEventProcessor(
                        WhenStockAllocatedConfirmOrder.GROUP,
                        Configuration::eventStore,
                        (config, builder) -> builder.initialSegmentCount(1)
                                .batchSize(BATCH)
                                .initialToken(StreamableMessageSource::createTailToken)));
    }

    @Bean
    ExpireHolds expireHolds(DueHolds due, Commands commands, Clock clock) {
        return new ExpireHolds(due, commands, clock);
    }

    @Bean
    RecurringTask<Void> expireHoldsEveryFewSeconds(ExpireHolds expireHolds, HoldProperties holds) {
        return Tasks.recurring("expire-holds", FixedDelay.of(holds.sweepEvery()))
                .execute((instance, context) -> expireHolds.run());
    }
}

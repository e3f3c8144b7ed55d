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
import io.daybook.domain.fulfilment.NearestThenFewest;
import io.daybook.domain.fulfilment.SourcingPolicy;
import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Who grants wishes that orders and stock grant together, and what carries an order on by itself. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HoldProperties.class, SourcingProperties.class})
class FulfilmentConfig {
    private static final int BATCH = 256;
    private static final int AT_ONCE = 16;

    /**
     * A shop with an idea of its own about what is sent from where declares a {@link SourcingPolicy}.
     *
     * <p>The beans are asked for when Axon starts, so that it matters to none of them in which order they are made.
     */
    @Bean
    ConfigurerModule fulfilmentHandlers(
            ObjectProvider<Catalogue> catalogue,
            ObjectProvider<ItemsOfSku> itemsOfSku,
            ObjectProvider<SourcingPolicy> ownPolicy,
            SourcingProperties sourcing,
            HoldProperties holds) {
        SourcingPolicy policy = ownPolicy.getIfAvailable(() -> new NearestThenFewest(sourcing.places()));
        return configurer -> configurer
                .registerCommandHandler(config -> new PlacingHandler(
                        ledger(config), catalogue.getObject(), itemsOfSku.getObject(), policy, holds.duration()))
                .registerCommandHandler(config -> new ConfirmingHandler(ledger(config)))
                .registerCommandHandler(config -> new ExtendingHandler(ledger(config)))
                .registerCommandHandler(config -> new ShippingHandler(ledger(config)))
                .registerCommandHandler(config -> new HistoryHandler(ledger(config)));
    }

    private static Ledger ledger(Configuration config) {
        return new Ledger(config.repository(OrderAggregate.class), config.repository(InventoryItemAggregate.class));
    }

    /** @param run whether this program is one that carries orders on */
    @Bean
    ConfigurerModule fulfilmentProcess(
            ObjectProvider<Commands> commands, Clock clock, @Value("${daybook.run.processes:true}") boolean run) {
        return configurer -> {
            if (run) {
                Lanes lanes = new Lanes(AT_ONCE);
                startAtTheTail(configurer);
                configurer.eventProcessing(processing -> processing.registerEventHandler(
                        config -> new WhenStockAllocatedConfirmOrder(commands.getObject(), lanes, clock)));
                configurer.onShutdown(lanes::close);
            }
        };
    }

    /**
     * Starts at the plain tail, not as Axon's replay: an order placed before the first start is confirmed too. What fails stops the
     * batch, which is tried again until it succeeds.
     */
    private static void startAtTheTail(Configurer configurer) {
        configurer.eventProcessing(processing -> processing
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

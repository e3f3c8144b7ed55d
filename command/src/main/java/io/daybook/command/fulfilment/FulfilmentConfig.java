package io.daybook.command.fulfilment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.daybook.command.catalog.Catalogue;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Lanes;
import io.daybook.command.fraud.FraudCheck;
import io.daybook.command.fraud.FraudProperties;
import io.daybook.command.inventory.InventoryItemAggregate;
import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.command.order.OrderAggregate;
import io.daybook.command.payment.PaymentAggregate;
import io.daybook.command.payment.PaymentProperties;
import io.daybook.domain.fulfilment.NearestThenFewest;
import io.daybook.domain.fulfilment.SourcingPolicy;
import io.daybook.domain.order.Terms;
import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Who grants wishes that orders, payments and stock grant together, and what carries an order on by itself. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({HoldProperties.class, SourcingProperties.class})
class FulfilmentConfig {
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
            HoldProperties holds,
            PaymentProperties payments) {
        SourcingPolicy policy = ownPolicy.getIfAvailable(() -> new NearestThenFewest(sourcing.places()));
        Terms terms = payments.isPrepaid() ? Terms.PREPAID : Terms.INVOICE;
        return configurer -> configurer
                .registerCommandHandler(config -> new PlacingHandler(
                        ledger(config),
                        catalogue.getObject(),
                        new Shelves(itemsOfSku.getObject(), policy),
                        holds.duration(),
                        terms))
                .registerCommandHandler(config ->
                        new ClearingHandler(ledger(config), new Settling(new Shelves(itemsOfSku.getObject(), policy))))
                .registerCommandHandler(config ->
                        new PaymentHandler(ledger(config), new Settling(new Shelves(itemsOfSku.getObject(), policy))))
                .registerCommandHandler(
                        config -> new ReallocatingHandler(ledger(config), new Shelves(itemsOfSku.getObject(), policy)))
                .registerCommandHandler(config -> new ExtendingHandler(ledger(config)))
                .registerCommandHandler(config -> new ShippingHandler(ledger(config)))
                .registerCommandHandler(config -> new HistoryHandler(ledger(config)));
    }

    private static Ledger ledger(Configuration config) {
        return new Ledger(
                config.repository(OrderAggregate.class),
                config.repository(PaymentAggregate.class),
                config.repository(InventoryItemAggregate.class));
    }

    /** @param run whether this program is one that carries orders on */
    @Bean
    ConfigurerModule fulfilmentProcess(
            ObjectProvider<FraudCheck> fraud,
            ObjectProvider<Commands> commands,
            Clock clock,
            FraudProperties properties,
            @Value("${daybook.run.processes:true}") boolean run) {
        return configurer -> {
            if (run) {
                Lanes lanes = new Lanes(AT_ONCE);
                Processes.startAtTheTail(configurer, WhenOrderPlacedLookForFraud.GROUP);
                Processes.startAtTheTail(configurer, WhenItemFellShortServeFromElsewhere.GROUP);
                configurer.eventProcessing(processing -> processing
                        .registerEventHandler(config -> new WhenOrderPlacedLookForFraud(
                                fraud.getObject(), commands.getObject(), lanes, clock, properties.reviewWithin()))
                        .registerEventHandler(config -> new WhenItemFellShortServeFromElsewhere(
                                new StockBook(config.eventStore()), commands.getObject(), lanes, clock)));
                configurer.onShutdown(lanes::close);
            }
        };
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

    @Bean
    EndOverdueOrders endOverdueOrders(OverdueOrders overdue, Commands commands, Clock clock) {
        return new EndOverdueOrders(overdue, commands, clock);
    }

    @Bean
    RecurringTask<Void> endOverdueOrdersEveryFewSeconds(EndOverdueOrders endOverdueOrders, HoldProperties holds) {
        return Tasks.recurring("end-overdue-orders", FixedDelay.of(holds.sweepEvery()))
                .execute((instance, context) -> endOverdueOrders.run());
    }
}

package io.daybook.command.inventory;

import io.daybook.command.dispatch.ByAggregateId;
import io.daybook.command.dispatch.Claims;
import io.daybook.command.dispatch.Commands;
import io.daybook.command.dispatch.Lanes;
import io.daybook.command.dispatch.RecentAggregates;
import io.daybook.command.dispatch.SnapshotForm;
import java.time.Clock;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wishes about stock: who grants them, and where they come in. */
@Configuration(proxyBeanMethods = false)
class InventoryCommandConfig {
    /** About 20 MB when full; an item that sells has a long story, which nobody wants to read at each order. */
    private static final int ITEMS_REMEMBERED = 20_000;

    /** Of all batches together: as many as share a group commit well, and few enough to leave orders their turn. */
    private static final int BATCH_LINES_AT_ONCE = 32;

    @Bean
    ConfigurerModule inventoryItemAggregate(Claims claims) {
        RecentAggregates recent = new RecentAggregates(ITEMS_REMEMBERED);
        return configurer ->
                configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(InventoryItemAggregate.class)
                        .configureLockFactory(config -> claims)
                        .configureCommandTargetResolver(config -> new ByAggregateId())
                        .configureCache(config -> recent)
                        .configureSnapshotTrigger(config -> SnapshotForm.trigger(config.snapshotter())));
    }

    @Bean
    SnapshotForm<?, ?> itemSnapshots() {
        return ItemSnapshot.FORM;
    }

    @Bean
    StockWishes stockWishes(Commands commands, Clock clock) {
        return new StockWishes(commands, clock);
    }

    @Bean
    StockEndpoint stockEndpoint(StockWishes wishes) {
        return new StockEndpoint(wishes);
    }

    @Bean
    StockMutationEndpoint stockMutationEndpoint(StockWishes wishes) {
        return new StockMutationEndpoint(wishes);
    }

    @Bean
    Lanes batchLanes() {
        return new Lanes(BATCH_LINES_AT_ONCE);
    }

    @Bean
    StockBatchEndpoint stockBatchEndpoint(Commands commands, StockWishes wishes, Lanes batchLanes) {
        return new StockBatchEndpoint(new StockBatch(commands, wishes, batchLanes));
    }
}

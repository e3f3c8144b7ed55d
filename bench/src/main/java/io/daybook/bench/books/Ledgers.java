package io.daybook.bench.books;

import io.daybook.bench.ledger.LedgerAggregate;
import io.daybook.command.dispatch.RecentAggregates;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** How the ledger is made known to Axon. */
final class Ledgers {
    private Ledgers() {}

    /**
     * @param cached aggregates to remember, or 0. The cache is Daybook's for all, since the stock one keeps weak references and forgets
     *     at every collection.
     */
    static void register(Configurer axon, int cached) {
        AggregateConfigurer<LedgerAggregate> ledger = AggregateConfigurer.defaultConfiguration(LedgerAggregate.class);
        if (cached > 0) {
            RecentAggregates recent = new RecentAggregates(cached);
            ledger.configureCache(config -> recent);
        }
        axon.configureAggregate(ledger);
    }
}

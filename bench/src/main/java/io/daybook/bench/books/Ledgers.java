package io.daybook.bench.books;

import io.daybook.bench.ledger.LedgerAggregate;
import java.util.function.Consumer;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.jspecify.annotations.Nullable;

/** How the ledger is made known to Axon. */
final class Ledgers {
    private Ledgers() {}

    static void register(Configurer axon, @Nullable Cache recent) {
        register(axon, recent, ledger -> {});
    }

    /** @param more what else the program says of its aggregates */
    static void register(Configurer axon, @Nullable Cache recent, Consumer<AggregateConfigurer<LedgerAggregate>> more) {
        AggregateConfigurer<LedgerAggregate> ledger = AggregateConfigurer.defaultConfiguration(LedgerAggregate.class);
        if (recent != null) {
            ledger.configureCache(config -> recent);
        }
        more.accept(ledger);
        axon.configureAggregate(ledger);
    }
}

package io.daybook.infra.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.RevisionSnapshotFilter;
import org.junit.jupiter.api.AfterEach;

/** The stock engine held to our promises. Not all are kept, so {@link StockEventStoreTest} runs this and not the build itself. */
class StockPromises implements EventStoreConformance {
    private final StockEventStore stock = new StockEventStore(defaults -> defaults);
    private final StockEventStore elsewhere = stock.other();
    private final List<StockEventStore> more = new ArrayList<>();

    @AfterEach
    void close() {
        more.forEach(StockEventStore::close);
        elsewhere.close();
        stock.close();
    }

    @Override
    public EventStore store() {
        return stock.store;
    }

    @Override
    public EventStore other() {
        return elsewhere.store;
    }

    @Override
    public EventStore ofAnotherRelease() {
        StockEventStore another = stock.taking(
                RevisionSnapshotFilter.builder().type("Product").revision("99").build());
        more.add(another);
        return another.store;
    }
}

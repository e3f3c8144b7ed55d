package io.daybook.infra.eventstore;

import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.kernel.Sku;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
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

    @Override
    public DomainEventMessage<?> snapshot(String sku, long sequence, String says) {
        return new GenericDomainEventMessage<>("Product", sku, sequence, new ProductDelisted(new Sku(sku), says));
    }

    @Override
    public String saidBySnapshot(DomainEventMessage<?> snapshot) {
        return ((ProductDelisted) snapshot.getPayload()).reason();
    }
}

package io.daybook.command.catalog;

import io.daybook.command.dispatch.OncePerSitting;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.kernel.Sku;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What is on offer now, read from the log for each sitting: an order only looks at a product and appends nothing to it, so no conflict
 * would ever tell that a remembered price is old. It takes no lock either, so that orders of one product do not wait for each other here.
 */
public final class Catalogue {
    private final EventStore log;

    public Catalogue(EventStore log) {
        this.log = log;
    }

    public Product find(Sku sku) {
        return OncePerSitting.ask("Catalogue:" + sku.value(), () -> read(sku));
    }

    private Product read(Sku sku) {
        Product product = Product.initial();
        DomainEventStream events = log.readEvents(sku.value());
        while (events.hasNext()) {
            product = next(product, events.next().getPayload());
        }
        return product;
    }

    private static Product next(Product product, Object told) {
        return told instanceof ProductAggregate snapshot
                ? snapshot.state()
                : Product.evolve(product, (ProductEvent) told);
    }
}

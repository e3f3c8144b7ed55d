package io.daybook.command.fulfilment;

import io.daybook.command.inventory.InventoryItemAggregate;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryItem;
import io.daybook.domain.inventory.ItemId;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How an item stands in the log right now, for whoever is about to send a wish because of it: nothing is locked. */
final class StockBook {
    private final EventStore log;

    StockBook(EventStore log) {
        this.log = log;
    }

    InventoryItem read(ItemId item) {
        InventoryItem stock = InventoryItem.initial();
        DomainEventStream events = log.readEvents(item.toString());
        while (events.hasNext()) {
            stock = next(stock, events.next().getPayload());
        }
        return stock;
    }

    private static InventoryItem next(InventoryItem stock, Object told) {
        return told instanceof InventoryItemAggregate snapshot
                ? snapshot.state()
                : InventoryItem.evolve(stock, (InventoryEvent) told);
    }
}

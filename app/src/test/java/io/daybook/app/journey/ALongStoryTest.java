package io.daybook.app.journey;

import static io.daybook.app.journey.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.catalog.Catalogue;
import io.daybook.command.inventory.InventoryItemAggregate;
import io.daybook.domain.catalog.Product;
import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.inventory.InventoryEvent;
import io.daybook.domain.inventory.InventoryItem;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What has many events is loaded from a snapshot and the few events after it, and is the same as all its events say. */
@ExtendWith(OneShop.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ALongStoryTest {
    private static final int EVENTS = 120;

    @Test
    void an_item_with_many_events_is_loaded_from_a_snapshot(Shop shop) {
        shop.put("/products/novel", """
                {"title": "A long novel", "price": {"minor": 2000, "currency": "EUR"}}""");
        shop.post("/inventory/novel/north/receipts", """
                {"quantity": 100, "reference": "first"}""");
        for (int order = 1; order <= 3; order++) {
            shop.post("/orders", Orders.of("novel-" + order, "reader", "novel", 2, 2000));
        }
        eventually(() -> assertThat(shop.get("/orders/novel-3").text("/stage")).isEqualTo("CONFIRMED"));
        shop.post("/orders/novel-1/shipments", "{\"id\": \"novel-parcel\"}");
        shop.post("/orders/novel-1/returns", """
                {"id": "novel-back", "items": [{"sku": "novel", "quantity": 1}], "reason": "read it"}""");
        for (int i = 0; i < EVENTS; i++) {
            shop.post("/inventory/novel/north/receipts", """
                    {"quantity": 1, "reference": "later %d"}""".formatted(i));
        }

        EventStore log = shop.inside(EventStore.class);
        eventually(() -> assertThat(loaded(log).getFirst().getPayload()).isInstanceOf(InventoryItemAggregate.class));
        List<? extends DomainEventMessage<?>> loaded = loaded(log);
        assertThat(loaded.getFirst().getSequenceNumber()).isGreaterThan(99);
        InventoryItem item = ((InventoryItemAggregate) loaded.getFirst().getPayload()).state();
        for (DomainEventMessage<?> event : loaded.subList(1, loaded.size())) {
            item = InventoryItem.evolve(item, (InventoryEvent) event.getPayload());
        }
        assertThat(item)
                .isEqualTo(log.readEvents("novel@north", 0)
                        .asStream()
                        .map(event -> (InventoryEvent) event.getPayload())
                        .reduce(InventoryItem.initial(), InventoryItem::evolve, (a, b) -> b));
    }

    @Test
    void a_product_with_many_prices_is_loaded_from_a_snapshot(Shop shop) {
        shop.put("/products/fuel", """
                {"title": "Fuel", "category": ["Station"], "attributes": {"octane": 95, "green": false},
                 "price": {"minor": 170, "currency": "EUR"}}""");
        for (int i = 0; i < EVENTS; i++) {
            shop.put("/products/fuel/price", """
                    {"minor": %d, "currency": "EUR"}""".formatted(171 + i));
        }

        EventStore log = shop.inside(EventStore.class);
        eventually(() -> assertThat(log.readEvents("fuel").peek().getPayload()).isNotInstanceOf(ProductEvent.class));
        assertThat(shop.inside(Catalogue.class).find(new Sku("fuel")))
                .isEqualTo(log.readEvents("fuel", 0)
                        .asStream()
                        .map(event -> (ProductEvent) event.getPayload())
                        .reduce(Product.initial(), Product::evolve, (a, b) -> b));
        assertThat(log.readEvents("fuel").asStream().count()).isLessThan(EVENTS);
    }

    private static List<? extends DomainEventMessage<?>> loaded(EventStore log) {
        return log.readEvents("novel@north").asStream().toList();
    }
}

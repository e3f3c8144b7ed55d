package io.daybook.projections.history;

import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.inventory.InventoryEvent.InventoryReserved;
import io.daybook.domain.inventory.InventoryEvent.ReservationConfirmed;
import io.daybook.domain.inventory.InventoryEvent.StockReceived;
import io.daybook.domain.inventory.InventoryEvent.StockShipped;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.kernel.ReservationId;
import io.daybook.domain.kernel.Sku;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The words in which tests of the read side tell their stories. */
public final class StoryFixtures {
    public static final Sku KETTLE = new Sku("KETTLE-1");
    public static final LocationId NORTH = new LocationId("north");
    public static final LocationId SOUTH = new LocationId("south");
    public static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private StoryFixtures() {}

    public static Instant minute(int minutes) {
        return T0.plusSeconds(60L * minutes);
    }

    public static Money eur(long cents) {
        return new Money(cents, "EUR");
    }

    public static ProductDetails details(String title, BundleComponent... components) {
        return new ProductDetails(
                title,
                "Boils water.",
                "Aqua",
                List.of("Kitchen", "Kettles"),
                Map.of(
                        "colour", new AttributeValue.Words("red"),
                        "litres", new AttributeValue.Figure(new BigDecimal("1.70")),
                        "cordless", new AttributeValue.Flag(true)),
                List.of("4006381333931"),
                List.of("https://example.org/kettle.jpg"),
                null,
                List.of(components));
    }

    public static ProductListed listed(Sku sku, String title, long cents) {
        return new ProductListed(sku, details(title), eur(cents));
    }

    public static StockReceived received(Sku sku, LocationId location, int quantity, int onHand) {
        return new StockReceived(sku, location, "note", quantity, onHand, T0);
    }

    public static InventoryReserved reserved(
            Sku sku, LocationId location, String order, int quantity, Instant expiresAt, Instant decidedAt) {
        return new InventoryReserved(
                sku, location, reservation(order), new OrderId(order), quantity, expiresAt, decidedAt);
    }

    /** Nothing else of the item is allocated. */
    public static ReservationConfirmed confirmed(
            Sku sku, LocationId location, String order, int quantity, Instant decidedAt) {
        return confirmed(sku, location, order, quantity, quantity, decidedAt);
    }

    public static ReservationConfirmed confirmed(
            Sku sku, LocationId location, String order, int quantity, int allocated, Instant decidedAt) {
        return new ReservationConfirmed(
                sku, location, reservation(order), new OrderId(order), quantity, allocated, decidedAt);
    }

    public static StockShipped shipped(
            Sku sku, LocationId location, String order, int quantity, int onHand, int allocated, Instant decidedAt) {
        return new StockShipped(
                sku, location, reservation(order), new OrderId(order), quantity, onHand, allocated, decidedAt);
    }

    public static ReservationId reservation(String order) {
        return ReservationId.of(new OrderId(order), 1);
    }
}

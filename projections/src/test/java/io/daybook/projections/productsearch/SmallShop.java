package io.daybook.projections.productsearch;

import static io.daybook.projections.history.StoryFixtures.NORTH;
import static io.daybook.projections.history.StoryFixtures.SOUTH;
import static io.daybook.projections.history.StoryFixtures.eur;
import static io.daybook.projections.history.StoryFixtures.minute;
import static io.daybook.projections.history.StoryFixtures.received;
import static io.daybook.projections.history.StoryFixtures.reserved;

import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.AttributeValue.Figure;
import io.daybook.domain.catalog.AttributeValue.Flag;
import io.daybook.domain.catalog.AttributeValue.Words;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.Version;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.history.Story;
import io.daybook.projections.joined.ProductRow;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shop of a few lamps, chairs and cups, with stock in two places. */
final class SmallShop {
    static final List<DomainEvent> EVENTS = List.of(
            listed("LAMP-1", "Desk lamp Lumo Bend", "Lumo", "Light/Desk lamps", 3900, "red", "7.5", "4006381333931"),
            listed("LAMP-2", "Desk lamp Lumo Straight", "Lumo", "Light/Desk lamps", 2900, "blue", "5", "4006381333948"),
            listed("LAMP-3", "Floor lamp Sol", "Sól", "Light/Floor lamps", 12900, "red", "18", "4006381333955"),
            listed("LAMP-4", "Ceiling lamp Sol", "Sól", "Light/Ceiling lamps", 8900, "white", "40", "4006381333962"),
            listed("CHAIR-1", "Office chair Glide", "Sitt", "Home/Chairs", 19900, "red", "0", "4006381333979"),
            listed("CHAIR-2", "Folding chairs, pair", "Sitt", "Home/Chairs", 5900, "blue", "0", "4006381333986"),
            listed("CUP-1", "Café cup", "Sitt", "Home/Cups", 900, "white", "0", "4006381333993"),
            listed("GONE-1", "Desk lamp of old", "Lumo", "Light/Desk lamps", 100, "red", "7.5", "4006381334006"),
            new ProductDelisted(new Sku("GONE-1"), "end of life"),
            new ProductListed(
                    new Sku("SET-1"),
                    new ProductDetails(
                            "Reading set",
                            "A chair and two lamps.",
                            null,
                            List.of("Home", "Sets"),
                            Map.of(),
                            List.of(),
                            List.of(),
                            null,
                            List.of(
                                    new BundleComponent(new Sku("CHAIR-1"), 1),
                                    new BundleComponent(new Sku("LAMP-1"), 2))),
                    eur(24900)),
            received(new Sku("LAMP-1"), NORTH, 5, 5),
            received(new Sku("LAMP-2"), SOUTH, 1, 1),
            reserved(new Sku("LAMP-2"), SOUTH, "order-1", 1, minute(15), minute(0)),
            received(new Sku("LAMP-3"), NORTH, 2, 2),
            received(new Sku("LAMP-3"), SOUTH, 0, 0),
            received(new Sku("CHAIR-1"), NORTH, 1, 1),
            received(new Sku("CUP-1"), SOUTH, 12, 12),
            // stock of something that nobody has listed yet
            received(new Sku("EARLY-1"), NORTH, 3, 3));

    private SmallShop() {}

    /** The rows that events make, as for a store that holds none of them. */
    static Collection<Row<ProductRow>> rows(Projection<ProductRow> projection, List<DomainEvent> events) {
        Map<String, Row<ProductRow>> rows = new LinkedHashMap<>();
        for (RecordedEvent event : Story.of(events.toArray(DomainEvent[]::new))) {
            Row<ProductRow> before = rows.getOrDefault(projection.keyOf(event), Row.absent(projection.keyOf(event)));
            Map<String, Long> applied = new TreeMap<>(before.applied());
            applied.put(event.aggregateId(), event.sequence());
            rows.put(
                    before.key(),
                    new Row<>(before.key(), projection.fold(before.value(), event), applied, Version.NONE));
        }
        return rows.values();
    }

    private static ProductListed listed(
            String sku, String title, String brand, String path, long cents, String colour, String watts, String ean) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        attributes.put("colour", new Words(colour));
        attributes.put("watts", new Figure(new BigDecimal(watts)));
        attributes.put("needs power (V.2)", new Flag(!watts.equals("0")));
        return new ProductListed(
                new Sku(sku),
                new ProductDetails(
                        title,
                        "A " + colour + " thing for your home.",
                        brand,
                        List.of(path.split("/", -1)),
                        attributes,
                        List.of(ean),
                        List.of("https://example.org/" + sku + ".jpg"),
                        null,
                        List.of()),
                eur(cents));
    }
}

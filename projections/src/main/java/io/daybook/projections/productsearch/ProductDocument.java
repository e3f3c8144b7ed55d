package io.daybook.projections.productsearch;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.AttributeValue.Figure;
import io.daybook.domain.catalog.AttributeValue.Flag;
import io.daybook.domain.catalog.AttributeValue.Words;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.joined.Offer;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.joined.Shelves;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is indexed of a row; the fields are those of {@code index.json}. Only what is listed can be found: the other rows, and
 * tombstones, hold nothing but what is needed to go on folding.
 *
 * @param category every level of the path, as {@code A}, {@code A/B}, {@code A/B/C}
 * @param attributes name and value pairs, to filter by
 * @param choices those of them that a shopper chooses from: short words and yes or no; numbers are asked for by range
 * @param figures name and number pairs, to ask for by range
 * @param sellableFrom milliseconds since 1970 from which a unit can be sold somewhere
 * @param stock location and the same moment there, as pairs
 * @param hit the row as a list of results needs it, JSON
 * @param row the whole row, JSON; null for a tombstone
 * @param applied its sequence map, JSON
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProductDocument(
        String sku,
        boolean listed,
        @Nullable String title,
        @Nullable String description,
        @Nullable String brand,
        @Nullable String department,
        List<String> category,
        List<String> attributes,
        List<String> choices,
        List<String> attributeWords,
        List<String> figures,
        List<String> eans,
        @Nullable Long price,
        @Nullable Long listedAt,
        long sellableFrom,
        List<String> stock,
        boolean bundle,
        @Nullable String hit,
        @Nullable String row,
        String applied) {

    private static final int LONGEST_CHOICE = 80;

    static ProductDocument of(Row<ProductRow> kept) {
        ProductRow row = kept.value();
        Offer offer = row == null ? null : row.listed();
        String applied = RowJson.write(kept.applied());
        if (row == null || offer == null) {
            return unlisted(kept.key(), row, applied);
        }
        ProductDetails details = offer.details();
        return new ProductDocument(
                kept.key(),
                true,
                details.title(),
                details.description(),
                details.brand(),
                details.category().isEmpty() ? null : details.category().getFirst(),
                levels(details.category()),
                pairs(details.attributes()),
                choices(details.attributes()),
                words(details.attributes()),
                figures(details.attributes()),
                details.eans(),
                offer.price().minor(),
                offer.listedAt().toEpochMilli(),
                millis(row.shelves().sellableFrom()),
                stock(row.shelves()),
                !details.components().isEmpty(),
                RowJson.write(shortened(row, offer)),
                RowJson.write(row),
                applied);
    }

    private static ProductDocument unlisted(String sku, @Nullable ProductRow row, String applied) {
        List<String> none = List.of();
        String kept = row == null ? null : RowJson.write(row);
        // parts of a bundle need not be listed themselves, so what is on their shelves can still be asked for
        String hit = row == null ? null : RowJson.write(new ProductRow(row.sku(), null, row.shelves()));
        return new ProductDocument(
                sku, false, null, null, null, null, none, none, none, none, none, none, null, null, 0, none, false, hit,
                kept, applied);
    }

    private static ProductRow shortened(ProductRow row, Offer offer) {
        ProductDetails all = offer.details();
        ProductDetails some = new ProductDetails(
                all.title(),
                "",
                all.brand(),
                all.category(),
                Map.of(),
                List.of(),
                all.images().stream().limit(1).toList(),
                all.groupId(),
                all.components());
        return new ProductRow(row.sku(), new Offer(some, offer.price(), true, offer.listedAt()), row.shelves());
    }

    private static List<String> levels(List<String> path) {
        List<String> levels = new ArrayList<>();
        for (int depth = 1; depth <= path.size(); depth++) {
            levels.add(String.join("/", path.subList(0, depth)));
        }
        return levels;
    }

    private static List<String> pairs(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .map(named -> Pairs.of(named.getKey(), text(named.getValue())))
                .toList();
    }

    private static List<String> choices(Map<String, AttributeValue> attributes) {
        return attributes.entrySet().stream()
                .filter(named -> !(named.getValue() instanceof Figure))
                .map(named -> Pairs.of(named.getKey(), text(named.getValue())))
                .filter(pair -> pair.length() <= LONGEST_CHOICE)
                .toList();
    }

    private static List<String> words(Map<String, AttributeValue> attributes) {
        return attributes.values().stream()
                .filter(value -> !(value instanceof Flag))
                .map(ProductDocument::text)
                .distinct()
                .toList();
    }

    private static List<String> figures(Map<String, AttributeValue> attributes) {
        List<String> figures = new ArrayList<>();
        attributes.forEach((name, value) -> {
            if (value instanceof Figure figure) {
                figures.add(Pairs.ordered(name, figure.value()));
            }
        });
        return figures;
    }

    private static String text(AttributeValue value) {
        return switch (value) {
            case Words words -> words.value();
            case Figure figure -> Pairs.plain(figure.value());
            case Flag flag -> String.valueOf(flag.value());
        };
    }

    private static List<String> stock(Shelves shelves) {
        return shelves.at().entrySet().stream()
                .map(at -> Pairs.ordered(at.getKey(), millis(at.getValue().sellableFrom())))
                .toList();
    }

    /** Rounded up: a unit is never shown before its hold has ended. */
    private static long millis(Instant sellableFrom) {
        long floor = sellableFrom.toEpochMilli();
        return Instant.ofEpochMilli(floor).equals(sellableFrom) ? floor : floor + 1;
    }
}

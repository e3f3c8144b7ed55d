package io.daybook.projections.productsearch;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.joined.Availabilities;
import io.daybook.projections.joined.Offer;
import io.daybook.projections.joined.ProductRow;
import io.daybook.query.catalog.Availability;
import io.daybook.query.catalog.ProductPage;
import io.daybook.query.catalog.ProductPage.Attribute;
import io.daybook.query.catalog.ProductPage.Count;
import io.daybook.query.catalog.ProductPage.Facets;
import io.daybook.query.catalog.ProductPage.Hit;
import io.daybook.query.catalog.ProductPage.PriceRange;
import io.daybook.query.catalog.SearchProducts;
import io.daybook.query.reading.Amount;
import io.daybook.query.reading.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Elasticsearch answered to the searches of a {@link SearchBody}, as a page. */
final class SearchReply {
    private static final int NAMES = 12;
    private static final int VALUES = 10;

    private final SearchProducts question;
    private final JsonNode reply;
    private final JsonNode counts;
    private final List<ProductRow> rows = new ArrayList<>();

    /**
     * @param counts the answer to {@link SearchBody#counts()}, missing if they were not asked for
     */
    SearchReply(SearchProducts question, JsonNode reply, JsonNode counts) {
        this.question = question;
        this.reply = reply;
        this.counts = counts;
        for (JsonNode hit : reply.path("hits").path("hits")) {
            if (rows.size() < question.size()) {
                rows.add(RowJson.read(hit.path("_source").path("hit").asString(), ProductRow.class));
            }
        }
    }

    /** The rows of this page's entries; nothing of a row that a list of results does not need. */
    List<ProductRow> rows() {
        return rows;
    }

    /**
     * @param parts rows of the parts of bundles among the entries
     */
    ProductPage page(Map<Sku, ProductRow> parts, Instant now) {
        List<Hit> hits = new ArrayList<>();
        for (ProductRow row : rows) {
            Offer offer = row.listed();
            if (offer != null) {
                hits.add(hit(row, offer, Availabilities.of(row, parts, now)));
            }
        }
        long total = reply.path("hits").path("total").path("value").asLong();
        return new ProductPage(hits, total, question.facets() ? facets() : null, nextCursor());
    }

    private Hit hit(ProductRow row, Offer offer, Availability availability) {
        int sellable = sellable(availability, question.location());
        return new Hit(
                row.sku().value(),
                offer.details().title(),
                offer.details().brand(),
                offer.details().category(),
                Amount.of(offer.price()),
                offer.details().images().isEmpty()
                        ? null
                        : offer.details().images().getFirst(),
                offer.details().groupId(),
                sellable > 0,
                sellable);
    }

    private static int sellable(Availability availability, @Nullable LocationId location) {
        if (location == null) {
            return availability.sellable();
        }
        return availability.locations().stream()
                .filter(at -> at.location().equals(location.value()))
                .mapToInt(Availability.At::sellable)
                .sum();
    }

    private @Nullable String nextCursor() {
        JsonNode hits = reply.path("hits").path("hits");
        if (hits.size() <= question.size()) {
            return null;
        }
        List<String> at = new ArrayList<>();
        hits.get(question.size() - 1).path("sort").forEach(value -> at.add(value.asString()));
        return new Cursor(at).sealedFor(question.selection());
    }

    private Facets facets() {
        return new Facets(
                counts(Wanted.DEPARTMENT),
                counts(Wanted.CATEGORY),
                counts(Wanted.BRAND),
                prices(),
                attributes(),
                reply.path("aggregations")
                        .path(Wanted.IN_STOCK)
                        .path("doc_count")
                        .asLong());
    }

    private JsonNode counted(String facet) {
        return counts.path("aggregations").path(facet).path(SearchBody.COUNTED);
    }

    private List<Count> counts(String facet) {
        List<Count> counts = new ArrayList<>();
        for (JsonNode bucket : counted(facet).path("buckets")) {
            counts.add(new Count(
                    bucket.path("key").asString(), bucket.path("doc_count").asLong()));
        }
        return counts;
    }

    private List<PriceRange> prices() {
        List<PriceRange> prices = new ArrayList<>();
        for (JsonNode bucket : counted(Wanted.PRICE).path("buckets")) {
            Long to = bucket.has("to") ? bucket.path("to").asLong() - 1 : null;
            prices.add(new PriceRange(
                    bucket.path("from").asLong(), to, bucket.path("doc_count").asLong()));
        }
        return prices;
    }

    /** Chosen names first, then those with the most products among the most frequent pairs; a name that offers no choice is left out. */
    private List<Attribute> attributes() {
        Map<String, List<Count>> byName = new LinkedHashMap<>();
        question.attributes().keySet().forEach(name -> byName.put(name, values(counts(Wanted.attribute(name)))));
        Map<String, List<Count>> others = new LinkedHashMap<>();
        for (Count pair : counts(Wanted.attribute(""))) {
            others.computeIfAbsent(Pairs.name(pair.value()), name -> new ArrayList<>())
                    .add(pair);
        }
        others.entrySet().stream()
                .filter(other -> other.getValue().size() > 1 && !byName.containsKey(other.getKey()))
                .sorted(Comparator.<Map.Entry<String, List<Count>>>comparingLong(SearchReply::products)
                        .reversed())
                .limit(Math.max(0, NAMES - byName.size()))
                .forEach(other -> byName.put(
                        other.getKey(),
                        values(other.getValue().stream().limit(VALUES).toList())));
        return byName.entrySet().stream()
                .map(named -> new Attribute(named.getKey(), named.getValue()))
                .toList();
    }

    private static long products(Map.Entry<String, List<Count>> named) {
        return named.getValue().stream().mapToLong(Count::count).sum();
    }

    private static List<Count> values(List<Count> pairs) {
        return pairs.stream()
                .map(pair -> new Count(Pairs.value(pair.value()), pair.count()))
                .toList();
    }
}

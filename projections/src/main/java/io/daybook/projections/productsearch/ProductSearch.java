package io.daybook.projections.productsearch;

import static io.daybook.projections.productsearch.Clauses.allOf;
import static io.daybook.projections.productsearch.Clauses.term;
import static io.daybook.projections.productsearch.Clauses.terms;

import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.ReadAfter.Mark;
import io.daybook.domain.kernel.Sku;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.joined.Availabilities;
import io.daybook.projections.joined.Cards;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.reading.SharedLook;
import io.daybook.query.catalog.ProductPage;
import io.daybook.query.catalog.SearchProducts;
import io.daybook.query.reading.BadQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Searches in one generation of the index. */
final class ProductSearch {
    /** Bundles beyond so many are not found by what their parts have in stock. */
    private static final int BUNDLES = 500;

    private static final int PARTS = 10_000;
    /** A refresh comes every 200 ms, so looking more often than this brings nothing but load. */
    private static final Duration PACE = Duration.ofMillis(50);

    private final SearchServer server;
    private final SearchIndices indices;
    private final Projection<ProductRow> projection;
    private final Map<Integer, SharedLook<Map<String, Long>>> looks = new ConcurrentHashMap<>();

    ProductSearch(SearchServer server, SearchIndices indices, Projection<ProductRow> projection) {
        this.server = server;
        this.indices = indices;
        this.projection = projection;
    }

    ProductPage page(int generation, SearchProducts question, Instant now) {
        List<String> bundles = question.inStock() || question.facets() ? sellableBundles(generation, now) : List.of();
        SearchBody body = new SearchBody(question, bundles, now);
        List<Map<String, Object>> searches = new ArrayList<>(List.of(body.entries()));
        if (question.facets()) {
            searches.add(body.counts());
        }
        List<JsonNode> replies = server.search(indices.documents(generation), searches);
        SearchReply reply = new SearchReply(
                question, replies.getFirst(), question.facets() ? replies.getLast() : MissingNode.getInstance());
        return reply.page(parts(generation, reply.rows()), now);
    }

    /** By aggregate id the last sequence that searches see; of those that are named and that this view shows, and maybe of others. */
    Map<String, Long> seen(int generation, ReadAfter after) {
        Set<String> keys = after.marks().stream()
                .filter(mark -> projection.consumes(mark.aggregateType()))
                .map(this::key)
                .collect(Collectors.toCollection(TreeSet::new));
        return keys.isEmpty()
                ? Map.of()
                : looks.computeIfAbsent(generation, of -> new SharedLook<>(skus -> seen(of, skus), PACE))
                        .at(keys);
    }

    private Map<String, Long> seen(int generation, Set<String> skus) {
        Map<String, Long> seen = new HashMap<>();
        for (JsonNode hit : hits(generation, terms("sku", skus), "applied", skus.size())) {
            seen.putAll(
                    RowJson.readSequences(hit.path("_source").path("applied").asString()));
        }
        return seen;
    }

    private String key(Mark mark) {
        try {
            return projection.keyOf(mark.aggregateType(), mark.aggregateId());
        } catch (IllegalArgumentException e) {
            throw new BadQuestion("readAfter", "must be a token that a command answered");
        }
    }

    private List<String> sellableBundles(int generation, Instant now) {
        List<ProductRow> bundles =
                rows(generation, allOf(List.of(term("listed", true), term("bundle", true))), BUNDLES);
        Map<Sku, ProductRow> parts = parts(generation, bundles);
        return bundles.stream()
                .filter(bundle -> Availabilities.of(bundle, parts, now).inStock())
                .map(bundle -> bundle.sku().value())
                .toList();
    }

    private Map<Sku, ProductRow> parts(int generation, Collection<ProductRow> rows) {
        Set<String> skus = new TreeSet<>();
        rows.forEach(row -> Cards.parts(row).forEach(part -> skus.add(part.value())));
        return skus.isEmpty()
                ? Map.of()
                : rows(generation, terms("sku", skus), PARTS).stream()
                        .collect(Collectors.toMap(ProductRow::sku, row -> row));
    }

    private List<ProductRow> rows(int generation, Map<String, Object> query, int most) {
        List<ProductRow> rows = new ArrayList<>();
        for (JsonNode hit : hits(generation, query, "hit", most)) {
            JsonNode row = hit.path("_source").path("hit");
            if (row.isString()) {
                rows.add(RowJson.read(row.asString(), ProductRow.class));
            }
        }
        return rows;
    }

    private JsonNode hits(int generation, Map<String, Object> query, String source, int most) {
        return server.search(
                        indices.documents(generation),
                        List.of(Map.of("query", allOf(List.of(query)), "_source", source, "size", most)))
                .getFirst()
                .path("hits")
                .path("hits");
    }
}

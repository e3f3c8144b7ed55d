package io.daybook.projections.productsearch;

import static io.daybook.projections.productsearch.Clauses.allOf;
import static io.daybook.projections.productsearch.Clauses.anyOf;
import static io.daybook.projections.productsearch.Clauses.constant;
import static io.daybook.projections.productsearch.Clauses.term;

import io.daybook.query.catalog.SearchProducts;
import io.daybook.query.catalog.Sort;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Cursor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A question about the catalogue as two searches, one for the entries and one for the counts. Counts that do not depend on the time
 * are asked for apart, since Elasticsearch remembers their answer until the index changes.
 */
final class SearchBody {
    static final String COUNTED = "counted";
    /** Upper ends of the price ranges that are counted, exclusive, cents. */
    static final List<Long> PRICE_STEPS =
            List.of(1_000L, 2_500L, 5_000L, 10_000L, 25_000L, 50_000L, 100_000L, 250_000L);

    private static final int VALUES = 50;
    private static final int PAIRS = 200;
    private static final int VALUES_OF_CHOSEN = 20;
    private static final int EXACT = 1_000;

    private final SearchProducts question;
    private final Wanted wanted;
    private final List<String> sellableBundles;
    private final Instant now;

    /**
     * @param sellableBundles SKUs of the bundles that can be sold now
     */
    SearchBody(SearchProducts question, List<String> sellableBundles, Instant now) {
        this.question = question;
        this.wanted = Wanted.of(question, sellableBundles, now);
        this.sellableBundles = sellableBundles;
        this.now = now;
    }

    /** One entry more than the page holds, to know whether it is the last. Whether there is stock depends on the time: counted here. */
    Map<String, Object> entries() {
        Map<String, Object> body = new HashMap<>();
        body.put("size", question.size() + 1);
        body.put("track_total_hits", true);
        body.put("_source", List.of("hit"));
        body.put("sort", sort());
        if (question.cursor() != null) {
            body.put("search_after", after(question.cursor()));
        }
        body.put("query", query(List.copyOf(wanted.byFacet().values())));
        if (question.facets()) {
            body.put(
                    "aggs",
                    Map.of(
                            Wanted.IN_STOCK,
                            Map.of("filter", Wanted.inStock(question.location(), sellableBundles, now))));
        }
        return body;
    }

    /** All counts but that of what is in stock. */
    Map<String, Object> counts() {
        return Map.of("size", 0, "query", query(List.of()), "aggs", facets());
    }

    private Map<String, Object> query(List<Map<String, Object>> filters) {
        List<Map<String, Object>> all = new ArrayList<>(filters);
        all.add(term("listed", true));
        if (question.location() != null) {
            all.add(Wanted.keptAt(question.location()));
        }
        String q = question.q();
        return q == null ? allOf(all) : Map.of("bool", Map.of("must", List.of(text(q.strip())), "filter", all));
    }

    /** Whoever types a number or an SKU gets it first; then words over all fields; then what only begins like it. */
    private static Map<String, Object> text(String q) {
        return anyOf(List.of(
                constant(anyOf(List.of(term("sku.folded", q), term("eans", q))), EXACT),
                Map.of(
                        "multi_match",
                        Map.of(
                                "query",
                                q,
                                "type",
                                "cross_fields",
                                "fields",
                                List.of(
                                        "title^4",
                                        "brand.words^3",
                                        "category.words^2",
                                        "attributeWords",
                                        "description"),
                                "minimum_should_match",
                                "2<75%",
                                "tie_breaker",
                                new BigDecimal("0.3"))),
                Map.of("match_phrase", Map.of("title", Map.of("query", q, "slop", 2, "boost", 4))),
                Map.of("match", Map.of("title.beginnings", Map.of("query", q, "operator", "and", "boost", 2)))));
    }

    private List<Map<String, Object>> sort() {
        Map<String, Object> bySku = Map.of("sku", "asc");
        return switch (question.sort()) {
            case RELEVANCE -> question.q() == null ? List.of(bySku) : List.of(Map.of("_score", "desc"), bySku);
            case PRICE -> List.of(Map.of("price", "asc"), bySku);
            case PRICE_DESCENDING -> List.of(Map.of("price", "desc"), bySku);
            case NEWEST -> List.of(Map.of("listedAt", "desc"), bySku);
            case TITLE -> List.of(Map.of("title.sort", "asc"), bySku);
        };
    }

    private List<Object> after(String cursor) {
        List<String> at =
                Cursor.open(cursor, question.selection(), sort().size()).at();
        if (at.size() == 1) {
            return List.of(at.getFirst());
        }
        try {
            Object first = question.sort() == Sort.TITLE ? at.getFirst() : new BigDecimal(at.getFirst());
            return List.of(first, at.getLast());
        } catch (NumberFormatException forged) {
            throw BadQuestion.badCursor();
        }
    }

    private Map<String, Object> facets() {
        Map<String, Object> counts = new HashMap<>();
        counts.put(Wanted.DEPARTMENT, values(Wanted.DEPARTMENT, "department"));
        counts.put(Wanted.CATEGORY, values(Wanted.CATEGORY, "category"));
        counts.put(Wanted.BRAND, values(Wanted.BRAND, "brand"));
        counts.put(
                Wanted.PRICE, under(Wanted.PRICE, Map.of("range", Map.of("field", "price", "ranges", priceRanges()))));
        counts.put(
                Wanted.attribute(""),
                under(Wanted.attribute(""), Map.of("terms", Map.of("field", "choices", "size", PAIRS))));
        for (String name : question.attributes().keySet()) {
            Map<String, Object> ofName = Map.of(
                    "field", "attributes", "size", VALUES_OF_CHOSEN, "include", literally(Pairs.of(name, "")) + ".*");
            counts.put(Wanted.attribute(name), under(Wanted.attribute(name), Map.of("terms", ofName)));
        }
        return counts;
    }

    private Map<String, Object> values(String facet, String field) {
        return under(facet, Map.of("terms", Map.of("field", field, "size", VALUES)));
    }

    private Map<String, Object> under(String facet, Map<String, Object> count) {
        return Map.of("filter", wanted.besides(facet), "aggs", Map.of(COUNTED, count));
    }

    private static List<Map<String, Object>> priceRanges() {
        List<Map<String, Object>> ranges = new ArrayList<>();
        long from = 0;
        for (long to : PRICE_STEPS) {
            ranges.add(Map.of("from", from, "to", to));
            from = to;
        }
        ranges.add(Map.of("from", from));
        return ranges;
    }

    /** As a regular expression that matches just this text. */
    private static String literally(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 128 && !Character.isLetterOrDigit(c)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }
}

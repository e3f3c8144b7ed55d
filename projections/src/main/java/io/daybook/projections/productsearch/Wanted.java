package io.daybook.projections.productsearch;

import static io.daybook.projections.productsearch.Clauses.allOf;
import static io.daybook.projections.productsearch.Clauses.anyOf;
import static io.daybook.projections.productsearch.Clauses.range;
import static io.daybook.projections.productsearch.Clauses.term;
import static io.daybook.projections.productsearch.Clauses.terms;

import io.daybook.domain.kernel.LocationId;
import io.daybook.query.catalog.SearchProducts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper has chosen, by facet. Each facet is counted under the choices made on all others, so the clauses are kept apart.
 *
 * @param byFacet in no telling order
 */
record Wanted(Map<String, Map<String, Object>> byFacet) {
    static final String DEPARTMENT = "department";
    static final String CATEGORY = "category";
    static final String BRAND = "brand";
    static final String PRICE = "price";
    static final String IN_STOCK = "inStock";
    private static final String ATTRIBUTE = "attr.";

    private static final String NUMBER = "-?\\d{1,18}(?:\\.\\d{1,18})?";
    private static final Pattern BETWEEN = Pattern.compile("(" + NUMBER + ")?\\.\\.(" + NUMBER + ")?");
    private static final Pattern ONE_NUMBER = Pattern.compile(NUMBER);
    private static final BigDecimal LEAST = BigDecimal.valueOf(-Double.MAX_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Double.MAX_VALUE);

    static String attribute(String name) {
        return ATTRIBUTE + name;
    }

    static Wanted of(SearchProducts question, List<String> sellableBundles, Instant now) {
        Map<String, Map<String, Object>> clauses = new LinkedHashMap<>();
        if (!question.departments().isEmpty()) {
            clauses.put(DEPARTMENT, terms("department", question.departments()));
        }
        if (question.category() != null) {
            clauses.put(CATEGORY, term("category", question.category()));
        }
        if (!question.brands().isEmpty()) {
            clauses.put(BRAND, terms("brand", question.brands()));
        }
        if (question.priceFrom() != null || question.priceTo() != null) {
            clauses.put(PRICE, range("price", bounds(question.priceFrom(), question.priceTo())));
        }
        question.attributes().forEach((name, values) -> clauses.put(attribute(name), attribute(name, values)));
        if (question.inStock()) {
            clauses.put(IN_STOCK, inStock(question.location(), sellableBundles, now));
        }
        return new Wanted(clauses);
    }

    /** All choices. */
    Map<String, Object> every() {
        return allOf(List.copyOf(byFacet.values()));
    }

    /** All choices but those on the facet itself. */
    Map<String, Object> besides(String facet) {
        List<Map<String, Object>> others = new ArrayList<>();
        byFacet.forEach((other, clause) -> {
            if (!other.equals(facet)) {
                others.add(clause);
            }
        });
        return allOf(others);
    }

    /**
     * @param bundles those that can be sold now: their stock is that of their parts and not in their own document
     */
    static Map<String, Object> inStock(@Nullable LocationId location, List<String> bundles, Instant now) {
        long millis = Math.max(0, now.toEpochMilli());
        if (location != null) {
            return range(
                    "stock",
                    Map.of(
                            "gte", Pairs.ordered(location.value(), 0),
                            "lte", Pairs.ordered(location.value(), millis)));
        }
        Map<String, Object> own = allOf(List.of(range("sellableFrom", Map.of("lte", millis)), term("bundle", false)));
        return bundles.isEmpty() ? own : anyOf(List.of(own, terms("sku", bundles)));
    }

    /** Kept there, sellable or not. */
    static Map<String, Object> keptAt(LocationId location) {
        return Map.of("prefix", Map.of("stock", Pairs.of(location.value(), "")));
    }

    private static Map<String, Object> bounds(@Nullable Long from, @Nullable Long to) {
        Map<String, Object> bounds = new TreeMap<>();
        if (from != null) {
            bounds.put("gte", from);
        }
        if (to != null) {
            bounds.put("lte", to);
        }
        return bounds;
    }

    private static Map<String, Object> attribute(String name, List<String> values) {
        List<Map<String, Object>> alternatives = new ArrayList<>();
        List<String> exact = new ArrayList<>();
        for (String value : values) {
            Matcher between = BETWEEN.matcher(value);
            if (between.matches() && value.length() > 2) {
                BigDecimal from = between.group(1) == null ? LEAST : new BigDecimal(between.group(1));
                BigDecimal to = between.group(2) == null ? MOST : new BigDecimal(between.group(2));
                alternatives.add(
                        range("figures", Map.of("gte", Pairs.ordered(name, from), "lte", Pairs.ordered(name, to))));
            }
            exact.add(Pairs.of(name, value));
            if (ONE_NUMBER.matcher(value).matches()) {
                exact.add(Pairs.of(name, Pairs.plain(new BigDecimal(value))));
            }
        }
        alternatives.add(terms("attributes", exact));
        return anyOf(alternatives);
    }
}

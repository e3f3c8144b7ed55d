package io.daybook.query.catalog;

import io.daybook.domain.kernel.LocationId;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Bounds;
import io.daybook.query.reading.Question;
import io.daybook.query.reading.Reading;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A page of listed products. Values of one filter are alternatives, filters narrow each other, and the counts of a facet ignore
 * the filter on that facet itself, so that a shopper sees what another choice would bring.
 *
 * @param q search text, 1 to 200 characters; an exact SKU or EAN comes first
 * @param departments first name of the category path, up to 20
 * @param category names below each other as {@code Department/Group/Leaf}, or null
 * @param brands up to 20
 * @param attributes by name the values wanted, up to 10 names with up to 20 values; {@code 10..20} asks for numbers within
 * @param priceFrom inclusive, cents
 * @param priceTo inclusive, cents
 * @param inStock only what can be sold now, at {@code location} if that is given
 * @param location where stock is looked for; only products that are kept there
 * @param cursor what the page before answered as {@code nextCursor}
 * @param size entries of a page, 1 to 100
 * @param facets whether counts are wanted
 */
public record SearchProducts(
        @Nullable String q,
        List<String> departments,
        @Nullable String category,
        List<String> brands,
        Map<String, List<String>> attributes,
        @Nullable Long priceFrom,
        @Nullable Long priceTo,
        boolean inStock,
        @Nullable LocationId location,
        Sort sort,
        @Nullable String cursor,
        int size,
        boolean facets,
        Reading reading)
        implements Question<ProductPage> {
    public static final int USUAL_SIZE = 24;

    /** @throws BadQuestion naming the parameter that is out of its bounds */
    public SearchProducts {
        Bounds.text("q", q, 200);
        Bounds.atMost("department", departments.size(), 20);
        departments.forEach(name -> Bounds.text("department", name, 200));
        Bounds.text("category", category, 1000);
        Bounds.atMost("brand", brands.size(), 20);
        brands.forEach(name -> Bounds.text("brand", name, 200));
        if (attributes.size() > 10) {
            throw new BadQuestion("attr", "may be given for at most 10 names");
        }
        attributes.forEach(SearchProducts::attribute);
        Bounds.range("priceFrom", priceFrom == null ? 0 : priceFrom, 0, Long.MAX_VALUE);
        Bounds.range("priceTo", priceTo == null ? 0 : priceTo, 0, Long.MAX_VALUE);
        if (priceFrom != null && priceTo != null && priceFrom > priceTo) {
            throw new BadQuestion("priceFrom", "must not be above priceTo");
        }
        Bounds.text("cursor", cursor, 4000);
        Bounds.range("size", size, 1, 100);
        departments = List.copyOf(departments);
        brands = List.copyOf(brands);
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    private static void attribute(String name, List<String> values) {
        if (name.isBlank() || name.length() > 200 || name.indexOf('\0') >= 0) {
            throw new BadQuestion("attr", "must name an attribute of 1 to 200 characters");
        }
        Bounds.atMost("attr." + name, values.size(), 20);
        values.forEach(value -> Bounds.text("attr." + name, value, 200));
    }

    /** All that chooses and orders the entries, as text: a cursor belongs to it. */
    public String selection() {
        return String.join(
                "\n",
                String.valueOf(q),
                departments.toString(),
                String.valueOf(category),
                brands.toString(),
                attributes.toString(),
                String.valueOf(priceFrom),
                String.valueOf(priceTo),
                String.valueOf(inStock),
                String.valueOf(location),
                sort.text());
    }
}

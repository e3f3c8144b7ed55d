package io.daybook.query.catalog;

import io.daybook.query.reading.BadQuestion;

/** The order of a page. Entries that are equal in it are ordered by SKU. */
public enum Sort {
    /** Best match first; without a search text by SKU. */
    RELEVANCE("relevance"),
    PRICE("price"),
    PRICE_DESCENDING("-price"),
    /** Listed last, shown first. */
    NEWEST("newest"),
    TITLE("title");

    private final String text;

    Sort(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws BadQuestion naming {@code sort} */
    public static Sort parse(String text) {
        for (Sort sort : values()) {
            if (sort.text.equals(text)) {
                return sort;
            }
        }
        throw new BadQuestion("sort", "must be one of relevance, price, -price, newest, title");
    }
}

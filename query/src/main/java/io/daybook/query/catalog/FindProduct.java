package io.daybook.query.catalog;

import io.daybook.domain.kernel.Sku;
import io.daybook.query.reading.Question;
import io.daybook.query.reading.Reading;

/** Everything a product page shows of one product; unknown unless it is listed. */
public record FindProduct(Sku sku, Reading reading) implements Question<ProductCard> {}

package io.daybook.query.inventory;

import io.daybook.domain.kernel.Sku;
import io.daybook.query.reading.Question;
import io.daybook.query.reading.Reading;

/** The stock of one SKU at every location that ever held it. */
public record FindStock(Sku sku, Reading reading) implements Question<StockLevel> {}

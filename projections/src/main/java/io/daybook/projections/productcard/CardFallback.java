package io.daybook.projections.productcard;

import io.daybook.query.catalog.FindProduct;
import io.daybook.query.catalog.ProductCard;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.NotAnswered;

/** Answers for the card's store when that cannot: the same row, kept elsewhere. */
@FunctionalInterface
public interface CardFallback {
    /** @throws NotAnswered if it cannot answer either */
    Answered<ProductCard> answer(FindProduct question);
}

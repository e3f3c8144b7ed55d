package io.daybook.projections.product;

import io.daybook.domain.kernel.Sku;
import io.daybook.projections.joined.Cards;
import io.daybook.projections.joined.ProductRow;
import io.daybook.projections.postgres.Found;
import io.daybook.projections.postgres.RowReader;
import io.daybook.projections.productcard.CardFallback;
import io.daybook.query.catalog.FindProduct;
import io.daybook.query.catalog.ProductCard;
import io.daybook.query.reading.Answered;
import io.daybook.query.reading.Unknown;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A product's card from PostgreSQL. Questions go to the card's own view, which comes here when its store cannot answer. */
final class ProductAnswers implements CardFallback {
    private final RowReader<ProductRow> rows;
    private final Clock clock;

    ProductAnswers(RowReader<ProductRow> rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @throws Unknown {@code catalog.unknown-product} unless the product is listed
     */
    @Override
    public Answered<ProductCard> answer(FindProduct question) {
        String sku = question.sku().value();
        Found<ProductRow> found = rows.find(sku, question.reading(), ProductAnswers::parts);
        ProductRow row = found.value();
        if (row == null) {
            throw Unknown.product(sku);
        }
        ProductCard card = Cards.of(row, parts(found), clock.instant()).orElseThrow(() -> Unknown.product(sku));
        return found.answer(card);
    }

    private static List<String> parts(ProductRow row) {
        return Cards.parts(row).stream().map(Sku::value).toList();
    }

    private static Map<Sku, ProductRow> parts(Found<ProductRow> found) {
        Map<Sku, ProductRow> parts = new HashMap<>();
        found.rows().forEach((key, row) -> {
            if (row.value() != null) {
                parts.put(new Sku(key), row.value());
            }
        });
        return parts;
    }
}

package io.daybook.projections.joined;

import io.daybook.domain.catalog.AttributeValue;
import io.daybook.domain.catalog.AttributeValue.Figure;
import io.daybook.domain.catalog.AttributeValue.Flag;
import io.daybook.domain.catalog.AttributeValue.Words;
import io.daybook.domain.catalog.BundleComponent;
import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.kernel.Sku;
import io.daybook.query.catalog.ProductCard;
import io.daybook.query.reading.Amount;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The card of a product from its row: the same whichever store kept the row. */
public final class Cards {
    private Cards() {}

    /** SKUs whose rows a card needs besides its own. */
    public static List<Sku> parts(ProductRow row) {
        Offer offer = row.listed();
        return offer == null
                ? List.of()
                : offer.details().components().stream()
                        .map(BundleComponent::sku)
                        .toList();
    }

    /** Empty unless the product is listed. */
    public static Optional<ProductCard> of(ProductRow row, Map<Sku, ProductRow> parts, Instant now) {
        Offer offer = row.listed();
        if (offer == null) {
            return Optional.empty();
        }
        ProductDetails details = offer.details();
        Map<String, Object> attributes = new LinkedHashMap<>();
        details.attributes().forEach((name, value) -> attributes.put(name, bare(value)));
        return Optional.of(new ProductCard(
                row.sku().value(),
                details.title(),
                details.description(),
                details.brand(),
                details.category(),
                attributes,
                details.eans(),
                details.images(),
                details.groupId(),
                details.components().stream()
                        .map(c -> new ProductCard.Component(c.sku().value(), c.quantity()))
                        .toList(),
                Amount.of(offer.price()),
                Availabilities.of(row, parts, now)));
    }

    private static Object bare(AttributeValue value) {
        return switch (value) {
            case Words words -> words.value();
            case Figure figure -> figure.value();
            case Flag flag -> flag.value();
        };
    }
}

package io.daybook.projections.joined;

import io.daybook.domain.catalog.ProductDetails;
import io.daybook.domain.catalog.ProductEvent;
import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of a product.
 *
 * @param listed false once it was delisted: kept, but never answered
 * @param listedAt when it was last listed
 */
public record Offer(ProductDetails details, Money price, boolean listed, Instant listedAt) {
    static Offer after(@Nullable Offer before, ProductEvent event, Instant recordedAt) {
        return switch (event) {
            case ProductListed e -> new Offer(e.details(), e.price(), true, recordedAt);
            case ProductDetailsChanged e -> known(before, e).withDetails(e.details());
            case PriceChanged e -> known(before, e).withPrice(e.price());
            case ProductDelisted e -> known(before, e).withdrawn();
        };
    }

    private static Offer known(@Nullable Offer before, ProductEvent event) {
        if (before == null) {
            throw new IllegalStateException("a product's first event must list it: " + event);
        }
        return before;
    }

    private Offer withDetails(ProductDetails changed) {
        return new Offer(changed, price, listed, listedAt);
    }

    private Offer withPrice(Money changed) {
        return new Offer(details, changed, listed, listedAt);
    }

    private Offer withdrawn() {
        return new Offer(details, price, false, listedAt);
    }
}

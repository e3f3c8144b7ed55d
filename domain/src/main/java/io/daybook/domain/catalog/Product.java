package io.daybook.domain.catalog;

import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import java.util.List;

/** What a product is at one moment: never listed, on offer, or taken off offer. */
public sealed interface Product {
    record NotListed() implements Product {}

    record Listed(ProductDetails details, Money price) implements Product {}

    /**
     * @param price the last one; its currency still binds a later listing
     */
    record Delisted(ProductDetails details, Money price) implements Product {}

    static Product initial() {
        return new NotListed();
    }

    static Product evolve(Product product, ProductEvent event) {
        return switch (event) {
            case ProductListed e -> new Listed(e.details(), e.price());
            case ProductDetailsChanged e -> described(product, e.details());
            case PriceChanged e -> priced(product, e.price());
            case ProductDelisted e -> delisted(product);
        };
    }

    /** The parts of a bundle on offer; empty for everything else. */
    default List<BundleComponent> components() {
        return this instanceof Listed listed ? listed.details().components() : List.of();
    }

    /**
     * Checks one line of a shopping basket against what is on offer.
     *
     * @param line the line's number, for the refusal to name
     * @param seen the unit price the buyer saw
     * @throws Refused with {@code catalog.not-listed} or {@code order.price-changed}
     */
    static void requireOffered(Product product, Sku sku, int line, Money seen) {
        if (!(product instanceof Listed listed)) {
            throw new Refused(new ProductRefusal.NotOffered(line, sku));
        }
        if (!listed.price().equals(seen)) {
            throw new Refused(new ProductRefusal.PriceDiffers(line, sku, seen, listed.price()));
        }
    }

    private static Product described(Product product, ProductDetails details) {
        return switch (product) {
            case NotListed p -> p;
            case Listed p -> new Listed(details, p.price());
            case Delisted p -> new Delisted(details, p.price());
        };
    }

    private static Product priced(Product product, Money price) {
        return switch (product) {
            case NotListed p -> p;
            case Listed p -> new Listed(p.details(), price);
            case Delisted p -> new Delisted(p.details(), price);
        };
    }

    private static Product delisted(Product product) {
        return product instanceof Listed p ? new Delisted(p.details(), p.price()) : product;
    }
}

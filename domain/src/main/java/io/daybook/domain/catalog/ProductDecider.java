package io.daybook.domain.catalog;

import io.daybook.domain.catalog.Product.Delisted;
import io.daybook.domain.catalog.Product.Listed;
import io.daybook.domain.catalog.Product.NotListed;
import io.daybook.domain.catalog.ProductCommand.ChangePrice;
import io.daybook.domain.catalog.ProductCommand.ChangeProductDetails;
import io.daybook.domain.catalog.ProductCommand.DelistProduct;
import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Refused;
import io.daybook.domain.kernel.Sku;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what becomes of a wish about a product. What is already so changes nothing. */
public final class ProductDecider {
    private ProductDecider() {}

    /**
     * @return what happened; empty if nothing changes
     * @throws Refused with a {@link ProductRefusal}
     */
    public static List<ProductEvent> decide(ProductCommand command, Product product) {
        return switch (command) {
            case ListProduct c -> list(c, product);
            case ChangeProductDetails c -> describe(c, product);
            case ChangePrice c -> price(c, product);
            case DelistProduct c -> delist(c, product);
        };
    }

    private static List<ProductEvent> list(ListProduct c, Product product) {
        aPriceIsNotNegative(c.sku(), c.price());
        aBundleHasEachPartOnceAndNeverItself(c.sku(), c.details());
        return switch (product) {
            case NotListed p -> List.of(new ProductListed(c.sku(), c.details(), c.price()));
            case Delisted p -> {
                theCurrencyStays(c.sku(), c.price(), p.price());
                yield List.of(new ProductListed(c.sku(), c.details(), c.price()));
            }
            case Listed p -> {
                aListedProductIsNotListedAnew(c, p);
                yield List.of();
            }
        };
    }

    private static List<ProductEvent> describe(ChangeProductDetails c, Product product) {
        aBundleHasEachPartOnceAndNeverItself(c.sku(), c.details());
        Listed listed = onlyAListedProductChanges(c.sku(), product);
        return listed.details().equals(c.details())
                ? List.of()
                : List.of(new ProductDetailsChanged(c.sku(), c.details()));
    }

    private static List<ProductEvent> price(ChangePrice c, Product product) {
        aPriceIsNotNegative(c.sku(), c.price());
        Listed listed = onlyAListedProductChanges(c.sku(), product);
        theCurrencyStays(c.sku(), c.price(), listed.price());
        return listed.price().equals(c.price())
                ? List.of()
                : List.of(new PriceChanged(c.sku(), c.price(), listed.price()));
    }

    private static List<ProductEvent> delist(DelistProduct c, Product product) {
        return switch (product) {
            case NotListed p -> throw new Refused(new ProductRefusal.UnknownProduct(c.sku()));
            case Listed p -> List.of(new ProductDelisted(c.sku(), c.reason()));
            case Delisted p -> List.of();
        };
    }

    // The rules.

    private static void aPriceIsNotNegative(Sku sku, Money price) {
        if (price.isNegative()) {
            throw new Refused(new ProductRefusal.NegativePrice(sku, price));
        }
    }

    /** An open order or an event in a view would otherwise mean two currencies by one SKU. */
    private static void theCurrencyStays(Sku sku, Money wanted, Money listed) {
        if (!wanted.currency().equals(listed.currency())) {
            throw new Refused(new ProductRefusal.CurrencyChanged(sku, wanted.currency(), listed.currency()));
        }
    }

    private static void aListedProductIsNotListedAnew(ListProduct c, Listed listed) {
        if (!listed.equals(new Listed(c.details(), c.price()))) {
            throw new Refused(new ProductRefusal.AlreadyListed(c.sku()));
        }
    }

    private static Listed onlyAListedProductChanges(Sku sku, Product product) {
        return switch (product) {
            case NotListed p -> throw new Refused(new ProductRefusal.UnknownProduct(sku));
            case Listed p -> p;
            case Delisted p -> throw new Refused(new ProductRefusal.NoLongerListed(sku));
        };
    }

    private static void aBundleHasEachPartOnceAndNeverItself(Sku sku, ProductDetails details) {
        Set<Sku> seen = new HashSet<>();
        for (BundleComponent part : details.components()) {
            if (part.sku().equals(sku)) {
                throw new Refused(new ProductRefusal.BundleOfItself(sku));
            }
            if (!seen.add(part.sku())) {
                throw new Refused(new ProductRefusal.DuplicateComponent(sku, part.sku()));
            }
        }
    }
}

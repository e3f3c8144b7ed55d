package io.daybook.domain.catalog;

import io.daybook.domain.catalog.ProductCommand.ListProduct;
import io.daybook.domain.catalog.ProductEvent.PriceChanged;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.domain.catalog.ProductEvent.ProductDetailsChanged;
import io.daybook.domain.catalog.ProductEvent.ProductListed;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;
import io.daybook.domain.kernel.Story;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The words that stories about products are told in: a mug, which costs 12.99 euros. */
final class ProductFixtures {
    static final Sku MUG = new Sku("MUG-1");
    static final Sku BOX = new Sku("BOX-1");
    static final ProductDetails DETAILS = details("A mug");
    static final Money PRICE = euros(12_99);

    private ProductFixtures() {}

    static Story<ProductCommand, Product, ProductEvent> given(ProductEvent... past) {
        return new Story<ProductCommand, Product, ProductEvent>(
                        Product.initial(), Product::evolve, ProductDecider::decide)
                .given(List.of(past));
    }

    static ListProduct list() {
        return new ListProduct(MUG, DETAILS, PRICE);
    }

    static ProductEvent listed() {
        return new ProductListed(MUG, DETAILS, PRICE);
    }

    static ProductEvent described(ProductDetails details) {
        return new ProductDetailsChanged(MUG, details);
    }

    static ProductEvent priced(Money price, Money former) {
        return new PriceChanged(MUG, price, former);
    }

    static ProductEvent delisted() {
        return new ProductDelisted(MUG, "sold out for good");
    }

    static ProductDetails details(String title) {
        return new ProductDetails(
                title,
                "Holds coffee.",
                "Potter",
                List.of("Kitchen", "Mugs"),
                Map.of(
                        "material", new AttributeValue.Words("stoneware"),
                        "litres", new AttributeValue.Figure(new BigDecimal("0.35")),
                        "dishwasher", new AttributeValue.Flag(true)),
                List.of("4006381333931"),
                List.of("https://img.example/mug.jpg"),
                "MUGS",
                List.of());
    }

    static ProductDetails bundleOf(BundleComponent... parts) {
        return new ProductDetails(
                "A bundle", "", null, List.of(), Map.of(), List.of(), List.of(), null, List.of(parts));
    }

    static Money euros(long cents) {
        return new Money(cents, "EUR");
    }
}

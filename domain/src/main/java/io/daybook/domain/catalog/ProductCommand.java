package io.daybook.domain.catalog;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;

/** What may be asked of a product. */
public sealed interface ProductCommand extends Command {
    Sku sku();

    @Override
    default String aggregateId() {
        return sku().value();
    }

    /**
     * Puts a product on offer; listing what is already listed just so changes nothing.
     *
     * @param price not negative
     */
    record ListProduct(Sku sku, ProductDetails details, Money price) implements ProductCommand {}

    record ChangeProductDetails(Sku sku, ProductDetails details) implements ProductCommand {}

    /**
     * @param price not negative, in the currency the product was listed in
     */
    record ChangePrice(Sku sku, Money price) implements ProductCommand {}

    record DelistProduct(Sku sku, String reason) implements ProductCommand {}
}

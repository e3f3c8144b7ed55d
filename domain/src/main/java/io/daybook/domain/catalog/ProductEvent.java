package io.daybook.domain.catalog;

import io.daybook.domain.kernel.DomainEvent;
import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Sku;

/** What happened to a product. */
public sealed interface ProductEvent extends DomainEvent {
    Sku sku();

    @Override
    default String aggregateId() {
        return sku().value();
    }

    @Override
    default String partitionKey() {
        return sku().value();
    }

    /** The product is on offer, for the first time or again. */
    record ProductListed(Sku sku, ProductDetails details, Money price) implements ProductEvent {}

    record ProductDetailsChanged(Sku sku, ProductDetails details) implements ProductEvent {}

    record PriceChanged(Sku sku, Money price, Money former) implements ProductEvent {}

    record ProductDelisted(Sku sku, String reason) implements ProductEvent {}
}

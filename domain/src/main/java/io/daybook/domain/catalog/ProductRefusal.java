package io.daybook.domain.catalog;

import io.daybook.domain.kernel.Money;
import io.daybook.domain.kernel.Refusal;
import io.daybook.domain.kernel.Sku;

/** Why the catalogue said no. Amounts in messages are minor units. */
public sealed interface ProductRefusal extends Refusal {
    record UnknownProduct(Sku sku) implements ProductRefusal {}

    /** The product was taken off offer. */
    record NoLongerListed(Sku sku) implements ProductRefusal {}

    record AlreadyListed(Sku sku) implements ProductRefusal {}

    record NegativePrice(Sku sku, Money price) implements ProductRefusal {}

    record CurrencyChanged(Sku sku, String wanted, String listed) implements ProductRefusal {}

    record BundleOfItself(Sku sku) implements ProductRefusal {}

    record DuplicateComponent(Sku sku, Sku component) implements ProductRefusal {}

    /** A basket's line wants what is not on offer. */
    record NotOffered(int line, Sku sku) implements ProductRefusal {}

    /** A basket's line states another price than the one on offer. */
    record PriceDiffers(int line, Sku sku, Money seen, Money actual) implements ProductRefusal {}

    @Override
    default String code() {
        return switch (this) {
            case UnknownProduct r -> "catalog.unknown-product";
            case NoLongerListed r -> "catalog.not-listed";
            case AlreadyListed r -> "catalog.already-listed";
            case NegativePrice r -> "catalog.negative-price";
            case CurrencyChanged r -> "catalog.currency-changed";
            case BundleOfItself r -> "catalog.bundle-of-itself";
            case DuplicateComponent r -> "catalog.duplicate-component";
            case NotOffered r -> "catalog.not-listed";
            case PriceDiffers r -> "order.price-changed";
        };
    }

    @Override
    default String message() {
        return switch (this) {
            case UnknownProduct r -> "There is no product " + r.sku + ".";
            case NoLongerListed r -> "Product " + r.sku + " is not listed any more.";
            case AlreadyListed r ->
                "Product " + r.sku + " is listed with other details or another price; change those instead.";
            case NegativePrice r ->
                "price of product " + r.sku + " must not be negative but is " + r.price.minor() + ".";
            case CurrencyChanged r ->
                "Product " + r.sku + " is sold in " + r.listed + " and cannot be priced in " + r.wanted + ".";
            case BundleOfItself r -> "Bundle " + r.sku + " must not be one of its own components.";
            case DuplicateComponent r ->
                "Bundle " + r.sku + " names component " + r.component + " twice; state its quantity once.";
            case NotOffered r -> "Line " + r.line + ": product " + r.sku + " is not listed.";
            case PriceDiffers r ->
                "Line " + r.line + ": the price of " + r.sku + " is " + r.actual.minor() + " " + r.actual.currency()
                        + " and no longer " + r.seen.minor() + " " + r.seen.currency() + " (minor units).";
        };
    }
}

package io.daybook.domain.order;

import io.daybook.domain.kernel.Money;

/** A priced line without goods: shipping, gift wrapping, a discount (negative). Handed over by the storefront. */
public record Charge(String label, Money amount) {}

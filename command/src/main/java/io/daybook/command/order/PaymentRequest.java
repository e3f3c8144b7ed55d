package io.daybook.command.order;

import org.jspecify.annotations.Nullable;

/**
 * What the buyer pays with.
 *
 * @param paymentMethod the token that the provider's form gave to the storefront
 */
public record PaymentRequest(@Nullable String paymentMethod) {}

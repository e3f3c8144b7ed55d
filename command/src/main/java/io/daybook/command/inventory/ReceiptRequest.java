package io.daybook.command.inventory;

import org.jspecify.annotations.Nullable;

/**
 * Goods that arrived.
 *
 * @param reference the delivery note
 */
public record ReceiptRequest(
        @Nullable Integer quantity, @Nullable String reference) {}

package io.daybook.command.inventory;

import org.jspecify.annotations.Nullable;

/**
 * What somebody counted on a shelf.
 *
 * @param reference the counting sheet
 */
public record CountRequest(
        @Nullable Integer counted, @Nullable String reference) {}

package io.daybook.command.inventory;

import org.jspecify.annotations.Nullable;

/** Units found or lost, and why. */
public record AdjustmentRequest(
        @Nullable Integer delta, @Nullable String reason) {}

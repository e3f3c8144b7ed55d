package io.daybook.command.order;

import org.jspecify.annotations.Nullable;

/** Why an order is cancelled. */
public record CancellationRequest(@Nullable String reason) {}

package io.daybook.command.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units that shall not be shipped.
 *
 * @param id whoever cancels them names it so; cancelling twice under one id changes nothing. Without one it gets a UUIDv7
 * @param items which; each names the line's own SKU. None means all that is left
 */
public record ItemsCancellationRequest(
        @Nullable String id,
        @Nullable List<@Nullable PickRequest> items,
        @Nullable String reason) {}

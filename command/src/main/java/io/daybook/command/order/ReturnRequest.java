package io.daybook.command.order;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come back.
 *
 * @param id the return slip's; returning twice under one id changes nothing. Without one it gets a UUIDv7
 */
public record ReturnRequest(
        @Nullable String id,
        @Nullable List<@Nullable PickRequest> items,
        @Nullable String reason) {}

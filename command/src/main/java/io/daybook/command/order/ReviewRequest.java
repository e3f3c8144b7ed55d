package io.daybook.command.order;

import org.jspecify.annotations.Nullable;

/**
 * What a person found who looked at an order.
 *
 * @param by who looked
 * @param reason why it is refused; not asked for when it is approved
 */
public record ReviewRequest(@Nullable String by, @Nullable String reason) {}

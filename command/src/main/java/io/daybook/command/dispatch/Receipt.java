package io.daybook.command.dispatch;

import io.daybook.domain.kernel.ReadAfter;

/**
 * What became of a granted wish.
 *
 * @param changed false if everything was already as wished, so that nothing was appended
 * @param readAfter what a view must have seen to show the outcome
 */
public record Receipt(boolean changed, ReadAfter readAfter) {}

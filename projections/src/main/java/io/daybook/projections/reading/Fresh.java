package io.daybook.projections.reading;

/**
 * What was read.
 *
 * @param stale it does not yet have what the caller asked to wait for
 */
public record Fresh<T>(T value, boolean stale) {}

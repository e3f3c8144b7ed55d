package io.daybook.projections.audit;

/**
 * One thing that is not right.
 *
 * @param where {@code log}, or the name of a view
 * @param item {@code sku@location}; empty if it concerns a view as a whole
 * @param what in words
 */
public record Finding(String where, String item, String what) {}

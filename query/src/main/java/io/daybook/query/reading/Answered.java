package io.daybook.query.reading;

/**
 * An answer and where it comes from.
 *
 * @param generation of the view that answered, from 1
 * @param stale the view had not yet seen what the question asked it to wait for
 */
public record Answered<T>(T body, int generation, boolean stale) {}

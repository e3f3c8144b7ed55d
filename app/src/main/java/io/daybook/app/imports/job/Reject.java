package io.daybook.app.imports.job;

/**
 * A line that becomes no part of any event.
 *
 * @param reason stable code, for example {@code price-precision}, or the code of the refusal
 * @param detail one sentence for a person
 */
public record Reject(Entry entry, String reason, String detail) {}

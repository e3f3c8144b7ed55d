package io.daybook.infra.eventstore;

import io.daybook.domain.kernel.Refusal;

/**
 * What was to be recorded does not fit into one event.
 *
 * @param event its type
 * @param size in bytes
 * @param limit in bytes
 */
public record EventTooLarge(String event, int size, int limit) implements Refusal {
    @Override
    public String code() {
        return "event.too-large";
    }

    @Override
    public String message() {
        return event + " would take " + size + " bytes; an event may take " + limit + ".";
    }
}

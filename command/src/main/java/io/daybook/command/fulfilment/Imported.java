package io.daybook.command.fulfilment;

import org.jspecify.annotations.Nullable;

/** Which facts are history from elsewhere: to them no process ever reacts. */
final class Imported {
    private Imported() {}

    /** @param origin of the event's metadata */
    static boolean is(@Nullable String origin) {
        return HistoryHandler.IMPORT.equals(origin);
    }
}

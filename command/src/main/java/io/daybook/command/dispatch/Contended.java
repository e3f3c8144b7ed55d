package io.daybook.command.dispatch;

import java.util.Set;

/** A wish that may want what many others want at the same time. */
public interface Contended {
    /** Names of what it wants, for example SKUs; at least one. Wishes that share a name are never decided side by side. */
    Set<String> wanted();

    /** Ids of aggregates that it would begin. */
    default Set<String> begins() {
        return Set.of();
    }
}

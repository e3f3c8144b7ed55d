package io.daybook.command.dispatch;

import io.daybook.domain.kernel.Command;
import io.daybook.domain.kernel.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one way to send a wish. A wish runs on the caller's thread in a unit of work of its own and is appended when this returns.
 * When another append comes first it is decided again, at most {@link #MAX_TRIES} times.
 */
public interface Commands {
    int MAX_TRIES = 10;

    /** As {@link #send(Command, Map)}, without metadata. */
    default Receipt send(Command command) {
        return send(command, Map.of());
    }

    /**
     * @param metadata kept with every event of the wish: only {@code origin} is kept so far
     * @throws Refused if the wish is not granted; nothing was appended
     * @throws Busy if others came first every time; nothing was appended
     */
    Receipt send(Command command, Map<String, ?> metadata);

    /** As {@link #once(Scope, Object, String, Command, Map)}, without metadata. */
    default Done once(@Nullable Scope scope, Object body, String id, Command command) {
        return once(scope, body, id, command, Map.of());
    }

    /**
     * Sends a wish once per scope: a second call answers what the first one answered, and does nothing.
     *
     * @param scope null to send without a key
     * @param body what was asked, as a record; equal bodies have equal JSON
     * @param id the id that the answer names
     * @param metadata as in {@link #send(Command, Map)}
     * @throws Refused with {@link KeyReused} if the scope was answered for another body
     */
    Done once(@Nullable Scope scope, Object body, String id, Command command, Map<String, ?> metadata);
}

package io.daybook.command.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line of a batch.
 *
 * @param line from 1; empty lines count
 * @param id the line's own; null if it could not be read
 * @param status {@code done}; {@code unchanged}; {@code refused} by a rule; {@code invalid}, it will never be taken as it is; or
 *     {@code failed}, for a reason that does not lie in the line: send it again
 * @param code stable, unless done or unchanged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(
        long line,
        @Nullable String id,
        String status,
        @Nullable String code,
        @Nullable String message,
        @Nullable String readAfter) {
    static LineResult problem(long line, @Nullable String id, String status, String code, @Nullable String message) {
        return new LineResult(line, id, status, code, message, null);
    }
}

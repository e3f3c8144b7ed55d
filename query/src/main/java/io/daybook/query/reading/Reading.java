package io.daybook.query.reading;

import io.daybook.domain.kernel.ReadAfter;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer must be.
 *
 * @param after what the view must have seen before it answers; null if anything will do
 * @param staleOk rather an old answer, marked as such, than none in time
 */
public record Reading(@Nullable ReadAfter after, boolean staleOk) {
    /** Whatever the view has now. */
    public static final Reading ANY = new Reading(null, false);

    public static Reading after(ReadAfter token) {
        return new Reading(token, false);
    }

    /**
     * @param token what a command answered as {@code readAfter}, or null
     * @throws BadQuestion naming {@code readAfter} if it is no such token
     */
    public static Reading of(@Nullable String token, boolean staleOk) {
        if (token == null) {
            return new Reading(null, staleOk);
        }
        try {
            return new Reading(ReadAfter.parse(token), staleOk);
        } catch (IllegalArgumentException e) {
            throw new BadQuestion("readAfter", "must be a token that a command answered", e);
        }
    }
}

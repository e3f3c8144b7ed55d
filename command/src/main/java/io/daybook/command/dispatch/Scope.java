package io.daybook.command.dispatch;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Within what an idempotency key is unique.
 *
 * @param principal who asks; {@link #ANYONE} until callers have names
 * @param operation what is asked, for example {@code order.CheckOut}
 * @param key the caller's, 1 to 200 characters
 */
public record Scope(String principal, String operation, String key) {
    /** The principal of callers without a name. */
    public static final String ANYONE = "-";

    /** The header; an argument of GraphQL is named by it too. */
    private static final String FIELD = "Idempotency-Key";

    private static final int MAX_KEY = 200;

    /** @throws BadField if the key is blank or too long */
    public Scope {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw new BadField(FIELD, "must be 1 to " + MAX_KEY + " characters");
        }
    }

    /** The scope of a request; null if it came without a key. */
    public static @Nullable Scope of(Asker asker, String operation) {
        String key = asker.key();
        Principal who = asker.who();
        return key == null ? null : new Scope(who == null ? ANYONE : who.getName(), operation, key);
    }

    /**
     * The scope of a request that would do it twice if it came twice.
     *
     * @throws BadField if it came without a key
     */
    public static Scope required(Asker asker, String operation) {
        Scope scope = of(asker, operation);
        if (scope == null) {
            throw new BadField(
                    FIELD, "is missing: a request that is repeated for want of an answer must not be a second one");
        }
        return scope;
    }
}

package io.daybook.command.notification;

import org.jspecify.annotations.Nullable;

/**
 * A message did not reach the other side, or nobody knows whether it did. The message of this exception is shown to operators and kept
 * in the outbox, so it never says who was written to.
 */
public final class NotDelivered extends RuntimeException {
    private final boolean forGood;

    private NotDelivered(String message, boolean forGood, @Nullable Throwable cause) {
        super(message, cause);
        this.forGood = forGood;
    }

    /** It may arrive when it is sent again. */
    public static NotDelivered yet(String message, @Nullable Throwable cause) {
        return new NotDelivered(message, false, cause);
    }

    /** The other side said no to this message, and will again. */
    public static NotDelivered ever(String message, @Nullable Throwable cause) {
        return new NotDelivered(message, true, cause);
    }

    public boolean isForGood() {
        return forGood;
    }
}

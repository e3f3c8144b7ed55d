package io.daybook.command.notification;

import io.daybook.domain.kernel.LocationId;
import org.jspecify.annotations.Nullable;

/** A way out of the program. Calls go over a network and may take seconds, so none is made inside a transaction. */
public interface NotificationChannel {
    /** Unique among channels, and stable: it stands in the outbox. */
    String name();

    /**
     * Whether messages of the kind go this way.
     *
     * @param location the warehouse that is to be told; null for a customer
     */
    boolean carries(NotificationKind kind, @Nullable LocationId location);

    /**
     * Returns when the other side has it. Ends within a bound of the channel's own, and may be called again for a message that has
     * arrived: then under the same {@link Notification#id}.
     *
     * @throws NotDelivered if it did not arrive, or that is not known
     */
    void deliver(Notification message);
}

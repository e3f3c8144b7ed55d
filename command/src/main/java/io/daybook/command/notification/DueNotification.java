package io.daybook.command.notification;

import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That something is to be told by one channel. It points to the event it tells of, and holds nothing of what that says.
 *
 * @param id of the message, derived from the id of that event: whoever derives it again, derives the same
 * @param channel name of the channel
 * @param aggregateId stream of the event
 * @param sequence of the event in its stream
 * @param location the warehouse that is told; null for a customer
 * @param dueSince when it was first to be told, or somebody asked for it to be sent again
 * @param tries so far that came to nothing
 */
public record DueNotification(
        String id,
        String channel,
        NotificationKind kind,
        OrderId order,
        String aggregateId,
        long sequence,
        @Nullable LocationId location,
        Instant dueSince,
        int tries) {}

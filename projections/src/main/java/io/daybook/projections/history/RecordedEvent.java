package io.daybook.projections.history;

import io.daybook.domain.kernel.DomainEvent;
import java.time.Instant;
import java.util.Map;

/**
 * An event and its place in the log. The same event read from Kafka and from the log is equal in every part.
 *
 * @param logId incarnation of the log that holds it
 * @param position in the log, from 1, dense
 * @param aggregateType stored name, {@code Order}, {@code InventoryItem} or {@code Product}
 * @param sequence within its aggregate, from 0, dense
 * @param type logical name, for example {@code order.OrderPlaced}
 * @param recordedAt when the database took it, never decreasing with the position
 * @param metadata for example {@code origin=import}
 */
public record RecordedEvent(
        String logId,
        long position,
        String aggregateType,
        String aggregateId,
        long sequence,
        String type,
        Instant recordedAt,
        Map<String, String> metadata,
        DomainEvent event) {}

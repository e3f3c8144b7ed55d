package io.daybook.infra.eventstore;

import java.util.UUID;

/**
 * One event on its way into the log.
 *
 * @param type logical name
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
record EventRow(
        String aggregateType,
        String aggregateId,
        long sequence,
        UUID eventId,
        String type,
        int revision,
        byte[] payload,
        byte[] metadata) {}

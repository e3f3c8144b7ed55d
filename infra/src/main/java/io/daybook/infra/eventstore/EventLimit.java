package io.daybook.infra.eventstore;

import io.daybook.domain.kernel.Refused;

/**
 * How large an event may be. It is asked before an event is written, since what the log holds must fit into Kafka: one event that does
 * not would stop all that come after it.
 *
 * @param bytes of an event's content and metadata together, as they are stored
 */
public record EventLimit(int bytes) {
    /** What Kafka needs beside content and metadata: headers, key and framing, none of which grows with the content. */
    private static final int AROUND = 16 * 1024;

    public EventLimit {
        if (bytes < 1_024 || bytes > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("daybook.log.max-event must be at least 1KB and less than 1GB");
        }
    }

    /** The largest message that an event can become, in bytes. */
    public int message() {
        return bytes + AROUND;
    }

    /** @throws Refused with {@code event.too-large} */
    void check(EventRow row) {
        int size = row.payload().length + row.metadata().length;
        if (size > bytes) {
            throw new Refused(new EventTooLarge(row.type(), size, bytes));
        }
    }
}

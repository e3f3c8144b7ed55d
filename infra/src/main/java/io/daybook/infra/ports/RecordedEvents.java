package io.daybook.infra.ports;

import io.daybook.infra.eventstore.RecordedRow;
import io.daybook.infra.serialization.EventCodec;
import io.daybook.infra.serialization.MetadataCodec;
import io.daybook.projections.history.RecordedEvent;
import java.util.Map;
import java.util.TreeMap;

/** Makes recorded events of rows. */
final class RecordedEvents {
    private final EventCodec codec;

    RecordedEvents(EventCodec codec) {
        this.codec = codec;
    }

    RecordedEvent of(String logId, RecordedRow row) {
        return new RecordedEvent(
                logId,
                row.position(),
                row.aggregateType(),
                row.aggregateId(),
                row.sequence(),
                row.type(),
                row.recordedAt(),
                published(MetadataCodec.decode(row.metadata())),
                codec.decode(row.type(), row.revision(), row.payload()));
    }

    /** Only what also travels through Kafka: an event is the same from wherever it was read. */
    private static Map<String, String> published(Map<String, String> metadata) {
        Map<String, String> published = new TreeMap<>(metadata);
        published.keySet().retainAll(MetadataCodec.PUBLISHED);
        return Map.copyOf(published);
    }
}

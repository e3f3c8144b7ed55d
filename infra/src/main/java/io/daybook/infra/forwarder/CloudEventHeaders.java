package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.RecordedRow;
import io.daybook.infra.serialization.MetadataCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** CloudEvents 1.0 attributes of an event as Kafka headers (binary mode), and extension attributes of ours. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String AGGREGATE_TYPE = "ce_aggregatetype";
    public static final String AGGREGATE_ID = "ce_aggregateid";
    public static final String SEQUENCE = "ce_sequence";
    public static final String POSITION = "ce_position";
    public static final String LOG_ID = "ce_logid";
    public static final String REVISION = "ce_revision";

    private static final String PREFIX = "ce_";

    private final Headers headers;

    private CloudEventHeaders(Headers headers) {
        this.headers = headers;
    }

    /** For reading. */
    public static CloudEventHeaders of(Headers headers) {
        return new CloudEventHeaders(headers);
    }

    static Headers of(RecordedRow row, UUID logId) {
        Headers headers = new RecordHeaders();
        add(headers, SPEC_VERSION, "1.0");
        add(headers, ID, row.eventId().toString());
        add(headers, SOURCE, "/daybook/" + logId);
        add(headers, TYPE, row.type());
        add(headers, TIME, row.recordedAt().toString());
        add(headers, "content-type", "application/json");
        add(headers, AGGREGATE_TYPE, row.aggregateType());
        add(headers, AGGREGATE_ID, row.aggregateId());
        add(headers, SEQUENCE, Long.toString(row.sequence()));
        add(headers, POSITION, Long.toString(row.position()));
        add(headers, LOG_ID, logId.toString());
        add(headers, REVISION, Integer.toString(row.revision()));
        MetadataCodec.decode(row.metadata()).forEach((name, value) -> {
            if (MetadataCodec.PUBLISHED.contains(name)) {
                add(headers, PREFIX + name, value);
            }
        });
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if the header is missing: the record is no event of ours */
    public String text(String name) {
        Header header = headers.lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("the record has no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException if the header is missing or no number */
    public long number(String name) {
        return Long.parseLong(text(name));
    }

    /** The metadata that was published with the event. */
    public Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>();
        MetadataCodec.PUBLISHED.stream()
                .filter(name -> headers.lastHeader(PREFIX + name) != null)
                .forEach(name -> metadata.put(name, text(PREFIX + name)));
        return Map.copyOf(metadata);
    }
}

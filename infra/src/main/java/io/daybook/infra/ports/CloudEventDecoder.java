package io.daybook.infra.ports;

import io.daybook.infra.forwarder.CloudEventHeaders;
import io.daybook.infra.serialization.EventCodec;
import io.daybook.projections.history.RecordDecoder;
import io.daybook.projections.history.RecordedEvent;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads back what the forwarder wrote. */
final class CloudEventDecoder implements RecordDecoder {
    private final EventCodec codec;

    CloudEventDecoder(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public RecordedEvent decode(ConsumerRecord<String, byte[]> message) {
        CloudEventHeaders headers = CloudEventHeaders.of(message.headers());
        String type = headers.text(CloudEventHeaders.TYPE);
        return new RecordedEvent(
                headers.text(CloudEventHeaders.LOG_ID),
                headers.number(CloudEventHeaders.POSITION),
                headers.text(CloudEventHeaders.AGGREGATE_TYPE),
                headers.text(CloudEventHeaders.AGGREGATE_ID),
                headers.number(CloudEventHeaders.SEQUENCE),
                type,
                Instant.parse(headers.text(CloudEventHeaders.TIME)),
                headers.metadata(),
                codec.decode(type, Math.toIntExact(headers.number(CloudEventHeaders.REVISION)), message.value()));
    }
}

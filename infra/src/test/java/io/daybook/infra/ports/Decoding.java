package io.daybook.infra.ports;

import io.daybook.infra.eventstore.RecordedRow;
import io.daybook.infra.eventstore.TestLog;
import io.daybook.projections.history.RecordedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One event, read in both ways. */
public final class Decoding {
    private Decoding() {}

    public static RecordedEvent fromLog(TestLog log, RecordedRow row) {
        return new RecordedEvents(log.codec).of(log.adoption.logId().toString(), row);
    }

    public static RecordedEvent fromKafka(TestLog log, ConsumerRecord<String, byte[]> message) {
        return new CloudEventDecoder(log.codec).decode(message);
    }
}

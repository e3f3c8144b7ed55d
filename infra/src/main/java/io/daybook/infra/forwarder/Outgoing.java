package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.PartitionKey;
import io.daybook.infra.eventstore.RecordedRow;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event as it will stand in Kafka. */
record Outgoing(long position, UUID event, ProducerRecord<String, byte[]> message) {
    static Outgoing of(RecordedRow row, KafkaTopics topics, UUID logId) {
        return new Outgoing(
                row.position(),
                row.eventId(),
                new ProducerRecord<>(
                        topics.of(row.aggregateType()),
                        null,
                        row.recordedAt().toEpochMilli(),
                        PartitionKey.of(row.aggregateId()),
                        row.payload(),
                        CloudEventHeaders.of(row, logId)));
    }

    /** Bytes that grow with the event. */
    int size() {
        return message.value().length;
    }
}

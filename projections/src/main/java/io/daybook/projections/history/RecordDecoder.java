package io.daybook.projections.history;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes an event of a Kafka record, whose headers are CloudEvents attributes and whose value is the stored JSON. */
public interface RecordDecoder {
    /**
     * @throws UnknownEventType if this node does not know the type
     * @throws RuntimeException if the record is no event of ours
     */
    RecordedEvent decode(ConsumerRecord<String, byte[]> message);
}

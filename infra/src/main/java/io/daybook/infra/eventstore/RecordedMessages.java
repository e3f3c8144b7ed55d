package io.daybook.infra.eventstore;

import io.daybook.infra.serialization.EventSerializer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** Recorded rows as Axon's messages, whose payloads are read when somebody asks for them, on the thread that asks. */
final class RecordedMessages {
    private final EventSerializer serializer;
    private final Map<String, SerializedType> types = new ConcurrentHashMap<>();
    private final SerializedType metadataType;

    RecordedMessages(EventSerializer serializer) {
        this.serializer = serializer;
        metadataType = serializer.typeForClass(MetaData.class);
    }

    DomainEventMessage<?> domainEvent(RecordedRow row) {
        return new GenericDomainEventMessage<>(
                row.aggregateType(), row.aggregateId(), row.sequence(), message(row), row::recordedAt);
    }

    TrackedEventMessage<?> tracked(RecordedRow row) {
        return new RecordedMessage(new GlobalSequenceTrackingToken(row.position()), row, message(row));
    }

    private SerializedMessage<Object> message(RecordedRow row) {
        SerializedType type = types.computeIfAbsent(
                row.type() + "#" + row.revision(),
                k -> new SimpleSerializedType(row.type(), Integer.toString(row.revision())));
        return new SerializedMessage<>(
                row.eventId().toString(),
                new LazyDeserializingObject<>(
                        new SimpleSerializedObject<>(row.payload(), byte[].class, type), serializer),
                new LazyDeserializingObject<>(
                        new SimpleSerializedObject<>(row.metadata(), byte[].class, metadataType), serializer));
    }
}

package io.daybook.bench.forward;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.extensions.kafka.eventhandling.DefaultKafkaMessageConverter;
import org.axonframework.extensions.kafka.eventhandling.producer.ConfirmationMode;
import org.axonframework.extensions.kafka.eventhandling.producer.DefaultProducerFactory;
import org.axonframework.extensions.kafka.eventhandling.producer.KafkaPublisher;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;

/**
 * The publisher of axon-kafka in the mode in which it neither loses an event nor sends it twice by itself: it waits for Kafka's
 * acknowledgement of each. It gets the events from memory, which is to its advantage.
 */
final class AxonKafkaCarrier implements Carrier {
    private final String topic;
    private final DefaultProducerFactory<String, byte[]> producers;
    private final KafkaPublisher<String, byte[]> publisher;

    AxonKafkaCarrier(String bootstrap, String topic, Serializer json) {
        this.topic = topic;
        producers = DefaultProducerFactory.<String, byte[]>builder()
                .configuration(Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                        StringSerializer.class,
                        ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                        ByteArraySerializer.class))
                .confirmationMode(ConfirmationMode.WAIT_FOR_ACK)
                .build();
        publisher = KafkaPublisher.<String, byte[]>builder()
                .producerFactory(producers)
                .messageConverter(DefaultKafkaMessageConverter.builder()
                        .serializer(json)
                        .sequencingPolicy(message -> ((DomainEventMessage<?>) message).getAggregateIdentifier())
                        .build())
                .topicResolver(event -> Optional.of(topic))
                .build();
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public double carry(int from, int entries, long millis) {
        long start = System.nanoTime();
        long length = TimeUnit.MILLISECONDS.toNanos(millis);
        int done = 0;
        while (done < entries && System.nanoTime() - start < length) {
            offer(from + done++);
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public long offer(int number) {
        long now = System.nanoTime();
        DomainEventMessage<?> event = Entries.message(number);
        DefaultUnitOfWork.startAndGet(event).execute(() -> publisher.send(event));
        return now;
    }

    @Override
    public void close() {
        publisher.shutDown();
        producers.shutDown();
    }
}

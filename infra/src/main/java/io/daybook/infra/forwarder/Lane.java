package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.Adoption;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One segment's way to Kafka, for as long as this process owns the segment: opening it fences the owner before, ends what that owner
 * left open, and reads how far it came. Events and that mark are one Kafka transaction, so whoever comes next knows exactly which
 * events are there. Used by one thread.
 */
final class Lane implements AutoCloseable {
    private static final int BATCH_BYTES = 128 * 1024;

    private final Adoption adoption;
    private final String name;
    private final KafkaProducer<String, byte[]> producer;
    private final LaneMark mark;
    private long forwarded;

    private Lane(Adoption adoption, String name, LaneMark mark, KafkaProducer<String, byte[]> producer) {
        this.adoption = adoption;
        this.name = name;
        this.mark = mark;
        this.producer = producer;
    }

    static Lane open(Properties kafka, KafkaTopics topics, Adoption adoption, int segment) {
        String name = topics.forwarder(segment);
        try (Admin admin = Admin.create(kafka)) {
            topics.ensure(admin);
        }
        LaneMark mark = new LaneMark(topics.marks(segment), adoption.logId());
        Lane lane = new Lane(adoption, name, mark, new KafkaProducer<>(settings(kafka, topics, name)));
        try {
            lane.producer.initTransactions();
            lane.readMark(kafka);
        } catch (RuntimeException e) {
            lane.close();
            throw e;
        }
        return lane;
    }

    private static Properties settings(Properties kafka, KafkaTopics topics, String name) {
        Properties settings = new Properties();
        settings.putAll(kafka);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, topics.largestMessage());
        // the broker refuses a transaction's first records while it still marks the partitions of the one before
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        settings.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 1_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        // how long a forwarder that died can hold back consumers that read committed
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 15_000);
        return settings;
    }

    private void readMark(Properties kafka) {
        mark.read(kafka).ifPresent(last -> {
            forwarded = last.position();
            adoption.doubt("the mark of " + name, last.position(), last.event());
            adoption.requireAdopted();
        });
    }

    /**
     * Forwards those of the events that are not there yet, all or none.
     *
     * @throws RuntimeException from Kafka's client; the lane must be closed then
     */
    void forward(List<Outgoing> events) {
        Outgoing last = events.getLast();
        if (last.position() <= forwarded) {
            return;
        }
        producer.beginTransaction();
        for (Outgoing event : events) {
            if (event.position() > forwarded) {
                send(event.message());
            }
        }
        send(mark.message(last));
        // waits for every record
        producer.commitTransaction();
        forwarded = last.position();
    }

    /** What fails later fails the commit. But a client that knows no broker any more fails each record at once, after seconds of waiting. */
    private void send(ProducerRecord<String, byte[]> message) {
        Future<RecordMetadata> sent = producer.send(message);
        if (sent.isDone() && sent.state() == Future.State.FAILED) {
            throw new KafkaException("not sent to " + message.topic(), sent.exceptionNow());
        }
    }

    @Override
    public void close() {
        // not gracefully: an open transaction is ended by whoever opens the lane next
        producer.close(Duration.ZERO);
    }
}

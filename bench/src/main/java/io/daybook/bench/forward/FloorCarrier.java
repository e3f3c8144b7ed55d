package io.daybook.bench.forward;

import io.daybook.bench.ledger.EntryPosted;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kafka's own producer, idempotent and pipelined, with the same content and headers of the same length. It reads no log, commits
 * nothing and knows no way back after a crash.
 */
final class FloorCarrier implements Carrier {
    /** Names and values as long as those of the program's events. */
    private static final Map<String, byte[]> HEADERS = Map.ofEntries(
            header("ce_specversion", 3),
            header("ce_id", 36),
            header("ce_source", 45),
            header("ce_type", 18),
            header("ce_time", 27),
            header("content-type", 16),
            header("ce_aggregatetype", 6),
            header("ce_aggregateid", 12),
            header("ce_sequence", 1),
            header("ce_position", 6),
            header("ce_logid", 36),
            header("ce_revision", 1));

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    FloorCarrier(String bootstrap, String topic) {
        this.topic = topic;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static Map.Entry<String, byte[]> header(String name, int length) {
        return Map.entry(name, "x".repeat(length).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String topic() {
        return topic;
    }

    @Override
    public double carry(int from, int entries, long millis) throws Exception {
        long start = System.nanoTime();
        for (int number = from; number < from + entries; number++) {
            send(number);
        }
        producer.flush();
        double seconds = (System.nanoTime() - start) / 1e9;
        Exception failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return entries / seconds;
    }

    @Override
    public long offer(int number) {
        long now = System.nanoTime();
        send(number);
        return now;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback says what went wrong
    private void send(int number) {
        String ledger = Entries.ledger(number);
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(
                topic, ledger, JsonMapper.shared().writeValueAsBytes(EntryPosted.numbered(ledger, number)));
        HEADERS.forEach(message.headers()::add);
        producer.send(message, (sent, failed) -> {
            if (failed != null) {
                failure.set(failed);
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}

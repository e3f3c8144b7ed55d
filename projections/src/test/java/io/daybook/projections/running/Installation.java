package io.daybook.projections.running;

import io.daybook.devservers.Isolation;
import io.daybook.domain.kernel.DomainEvent;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.Topic;
import io.daybook.projections.engine.View;
import io.daybook.projections.history.LogInMemory;
import io.daybook.projections.history.RecordDecoder;
import io.daybook.projections.history.RecordedEvent;
import io.daybook.projections.postgres.PostgresViewStore;
import io.daybook.projections.postgres.TestDatabase;
import io.daybook.projections.postgres.ViewTable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/**
 * A database, topics and a log of a test's own, and what any number of nodes share. Records carry the position of their event;
 * what Kafka holds is decoded by looking it up.
 */
final class Installation implements AutoCloseable {
    static final int PARTITIONS = 3;
    static final String VIEW = "tally";

    final TestDatabase database = new TestDatabase();
    final String topicsPrefix = Isolation.next() + ".";
    final LogInMemory log = new LogInMemory();
    final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    final FailingStore<Tally> store = new FailingStore<>(new PostgresViewStore<>(
            database.dataSource(), new ViewTable<>(VIEW, "view_product", Tally.class, List.of())));
    private final KafkaProducer<String, String> producer;

    Installation() throws Exception {
        String kafka = database.addresses().kafkaBootstrap();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topic.name(topicsPrefix), PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        topicsPrefix + "forwarder"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    View<Tally> view(int version) {
        return new View<>(new Tally.Counting(VIEW, version), store);
    }

    RecordDecoder decoder() {
        return message -> {
            String position = new String(message.value(), StandardCharsets.UTF_8);
            if (unreadable.contains(position)) {
                throw new IllegalArgumentException("poison");
            }
            return log.at(Long.parseLong(position));
        };
    }

    /** Appends and forwards. */
    RecordedEvent happen(DomainEvent event) {
        RecordedEvent recorded = log.append(event);
        forward(List.of(recorded));
        return recorded;
    }

    /** One Kafka transaction. */
    synchronized void forward(List<RecordedEvent> events) {
        producer.beginTransaction();
        for (RecordedEvent event : events) {
            Topic topic = Arrays.stream(Topic.values())
                    .filter(t -> t.carries(event))
                    .findFirst()
                    .orElseThrow();
            var _ = producer.send(new ProducerRecord<>(
                    topic.name(topicsPrefix), event.event().partitionKey(), Long.toString(event.position())));
        }
        producer.commitTransaction();
    }

    /** What the rows must be, by key. */
    Map<String, Tally> expected() {
        return fold(log.all());
    }

    private static Map<String, Tally> fold(List<RecordedEvent> events) {
        Tally.Counting counting = new Tally.Counting(VIEW, 1);
        Map<String, Tally> rows = new TreeMap<>();
        for (RecordedEvent event : events) {
            if (counting.consumes(event.aggregateType())) {
                rows.compute(counting.keyOf(event), (key, row) -> counting.fold(row, event));
            }
        }
        return rows;
    }

    /** As {@link #expected()}, before the event. */
    Map<String, Tally> rowsWithout(RecordedEvent last) {
        return fold(log.read(0, last.position() - 1, Integer.MAX_VALUE));
    }

    /** As {@link #expected()}, of all rows that do not share the event's partition. */
    Map<String, Tally> expectedOutside(RecordedEvent event) {
        Map<String, Tally> rows = expected();
        int stopped = partition(event.event().partitionKey());
        rows.keySet().removeIf(key -> partition(key) == stopped);
        return rows;
    }

    private static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    Map<String, Tally> rows(int generation) {
        Map<String, Tally> rows = new TreeMap<>();
        store.scan(generation, row -> put(rows, row));
        return rows;
    }

    private static void put(Map<String, Tally> rows, Row<Tally> row) {
        Tally value = row.value();
        if (value != null) {
            rows.put(row.key(), value);
        }
    }

    @Override
    public void close() {
        producer.close();
        database.close();
    }
}

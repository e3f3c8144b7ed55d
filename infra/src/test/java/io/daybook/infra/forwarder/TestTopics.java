package io.daybook.infra.forwarder;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.infra.eventstore.TestLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;

/** Topics of a test's own, and what a consumer that reads committed finds in them. */
final class TestTopics {
    private static final int BATCH = 100;

    final String prefix;
    final KafkaTopics topics;
    private final String bootstrap;

    TestTopics() {
        this(DevServers.shared().kafkaBootstrap());
    }

    TestTopics(String bootstrap) {
        this(bootstrap, Isolation.next() + ".");
    }

    TestTopics(String bootstrap, String prefix) {
        this.bootstrap = bootstrap;
        this.prefix = prefix;
        topics = new KafkaTopics(prefix, 3, TestLog.LIMIT);
    }

    String bootstrap() {
        return bootstrap;
    }

    Properties kafka() {
        Properties settings = new Properties();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return settings;
    }

    Lanes lanes(TestLog log) {
        return new Lanes(kafka(), topics, log.adoption, log.reader, BATCH);
    }

    /** A forwarder to these topics as the process named so would have it. */
    Forwarder forwarder(TestLog log, String node, TransactionManager transactions) {
        return forwarder(lanes(log), log, log.tokens(node), transactions);
    }

    Forwarder forwarder(Lanes lanes, TestLog log, TokenStore tokens, TransactionManager transactions) {
        return new Forwarder(
                lanes, log.reader, log.store, tokens, transactions, new ForwarderProperties(1, BATCH), true);
    }

    /** Events of a log after a position. */
    List<Outgoing> outgoing(TestLog log, long after, int limit) {
        return log.reader.page(after, Long.MAX_VALUE, limit).stream()
                .map(row -> Outgoing.of(row, topics, log.adoption.logId()))
                .toList();
    }

    /** Whoever looks may come before the forwarder. */
    private void ensure() {
        try (Admin admin = Admin.create(kafka())) {
            topics.ensure(admin);
        }
    }

    /** The last position that segment 0 has forwarded. */
    long mark(TestLog log) {
        ensure();
        return new LaneMark(topics.marks(0), log.adoption.logId())
                .read(kafka())
                .map(LaneMark.Last::position)
                .orElse(0L);
    }

    /** Every committed record of the four topics, in order within each partition. */
    List<ConsumerRecord<String, byte[]>> committed() {
        ensure();
        Properties settings = kafka();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = Stream.of("Order", "Payment", "InventoryItem", "Product")
                    .map(topics::of)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Positions in the log of what is in Kafka, in the order of the log. */
    List<Long> positions() {
        return committed().stream().map(TestTopics::position).sorted().toList();
    }

    static long position(ConsumerRecord<String, byte[]> message) {
        return CloudEventHeaders.of(message.headers()).number(CloudEventHeaders.POSITION);
    }
}

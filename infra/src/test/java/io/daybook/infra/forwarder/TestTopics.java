package io.daybook.infra.forwarder;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
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

/** Topics of a test's own, and what a consumer that reads committed finds in them. */
final class TestTopics {
    final String prefix = Isolation.next() + ".";
    final KafkaTopics topics = new KafkaTopics(prefix, 3);
    private final String bootstrap;

    TestTopics() {
        this(DevServers.shared().kafkaBootstrap());
    }

    TestTopics(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    Properties kafka() {
        Properties settings = new Properties();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        return settings;
    }

    /** Every committed record of the three topics, in order within each partition. */
    List<ConsumerRecord<String, byte[]>> committed() {
        try (Admin admin = Admin.create(kafka())) {
            topics.ensure(admin);
        }
        Properties settings = kafka();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings)) {
            List<TopicPartition> partitions = Stream.of("Order", "InventoryItem", "Product")
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
        return committed().stream()
                .map(message -> CloudEventHeaders.of(message.headers()).number(CloudEventHeaders.POSITION))
                .sorted()
                .toList();
    }
}

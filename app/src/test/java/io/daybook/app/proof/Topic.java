package io.daybook.app.proof;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a consumer in another company's program would read: everything committed, from the beginning. */
final class Topic {
    private Topic() {}

    private record Read(String logId, long position) {}

    /** Positions in the log of every record that a committed read of these topics returns, in no order. */
    static List<Long> positions(String bootstrap, List<String> topics) {
        return read(bootstrap, topics).stream().map(Read::position).toList();
    }

    /** As above, of one incarnation of the log. */
    static List<Long> positions(String bootstrap, List<String> topics, String logId) {
        return read(bootstrap, topics).stream()
                .filter(read -> read.logId().equals(logId))
                .map(Read::position)
                .toList();
    }

    private static List<Read> read(String bootstrap, List<String> topics) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        List<Read> all = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    all.add(new Read(header(record, "ce_logid"), Long.parseLong(header(record, "ce_position"))));
                }
            }
        }
        return all;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}

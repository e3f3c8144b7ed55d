package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.EventLimit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topics of one installation: which aggregate goes where, and that they exist with equal numbers of partitions. */
public final class KafkaTopics {
    private static final Map<String, String> BY_AGGREGATE =
            Map.of("Order", "orders", "Payment", "payments", "InventoryItem", "inventory", "Product", "catalog");
    private static final long PATIENCE_SECONDS = 10;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** What topics and producers take by default. */
    private static final int KAFKAS_OWN = 1_048_576;

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);

    private final String prefix;
    private final int partitions;
    private final EventLimit limit;
    private volatile boolean present;

    /**
     * @param partitions of each topic that does not exist yet
     * @param limit of events that are forwarded
     */
    public KafkaTopics(String prefix, int partitions, EventLimit limit) {
        this.prefix = prefix;
        this.partitions = partitions;
        this.limit = limit;
    }

    /** The largest message, in bytes, that topics and producers must take. */
    int largestMessage() {
        return Math.max(KAFKAS_OWN, limit.message());
    }

    /** Where events of an aggregate type go; unknown types go to a topic of their own lower-case name. */
    String of(String aggregateType) {
        return prefix + BY_AGGREGATE.getOrDefault(aggregateType, aggregateType.toLowerCase(Locale.ROOT));
    }

    /** Under this name a segment's forwarder is known to Kafka; whoever takes the name over fences the owner before. */
    String forwarder(int segment) {
        return (prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix) + "-forwarder-" + segment;
    }

    /**
     * The partition that holds a segment's mark and nobody else's, so that no one else's open transaction hides it.
     *
     * @throws IllegalArgumentException if there are more segments than partitions
     */
    TopicPartition marks(int segment) {
        if (segment >= partitions) {
            throw new IllegalArgumentException("the forwarder can have " + partitions + " segments at most");
        }
        return new TopicPartition(marks(), segment);
    }

    private String marks() {
        return prefix + "forwarder";
    }

    /**
     * Creates what is missing.
     *
     * @throws IllegalStateException if topics that must share keys have different numbers of partitions, or one does not take the
     *     largest event
     * @throws KafkaException if Kafka cannot be reached or refuses
     */
    void ensure(Admin kafka) {
        if (!present) {
            List<String> names =
                    BY_AGGREGATE.values().stream().map(prefix::concat).toList();
            Stream<NewTopic> data = names.stream()
                    .map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty())
                            .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largestMessage()))));
            // kept for ever, one mark a segment
            NewTopic marks = new NewTopic(marks(), Optional.of(partitions), Optional.empty())
                    .configs(Map.of("cleanup.policy", "compact", "segment.ms", "3600000"));
            create(kafka, Stream.concat(data, Stream.of(marks)).toList());
            requireEqualPartitions(kafka, names);
            requireRoom(kafka, names);
            present = true;
        }
    }

    private static void create(Admin kafka, List<NewTopic> topics) {
        CreateTopicsResult created = kafka.createTopics(topics);
        for (KafkaFuture<Void> topic : created.values().values()) {
            try {
                await(topic);
            } catch (TopicExistsException e) {
                LOG.debug("already there", e);
            }
        }
    }

    private static void requireEqualPartitions(Admin kafka, List<String> names) {
        Map<String, TopicDescription> described = described(kafka, names);
        TreeSet<Integer> counts = new TreeSet<>();
        described.values().forEach(topic -> counts.add(topic.partitions().size()));
        if (counts.size() != 1) {
            throw new IllegalStateException(
                    "topics " + names + " must have equal numbers of partitions, not " + counts);
        }
    }

    private void requireRoom(Admin kafka, List<String> names) {
        List<ConfigResource> topics = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        await(kafka.describeConfigs(topics).all()).forEach((topic, config) -> {
            int room = Integer.parseInt(
                    config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
            if (room < limit.message()) {
                throw new IllegalStateException("topic " + topic.name() + " takes messages of " + room
                        + " bytes, events may need " + limit.message()
                        + ": raise its max.message.bytes or lower daybook.log.max-event");
            }
        });
    }

    /** A topic that is made is not known at once to the broker that is asked. */
    private static Map<String, TopicDescription> described(Admin kafka, List<String> names) {
        long since = System.nanoTime();
        while (true) {
            try {
                return await(kafka.describeTopics(names).allTopicNames());
            } catch (UnknownTopicOrPartitionException e) {
                if (System.nanoTime() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(e);
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }
}

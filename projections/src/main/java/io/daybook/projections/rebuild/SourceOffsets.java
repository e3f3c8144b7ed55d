package io.daybook.projections.rebuild;

import io.daybook.projections.engine.FollowSettings;
import io.daybook.projections.engine.Topic;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Where the views' topics begin and end right now, as a reader of committed records sees them. */
public final class SourceOffsets implements AutoCloseable {
    private static final int WAIT_SECONDS = 10;
    private static final int REQUEST_MILLIS = 4_000;

    private final FollowSettings settings;
    private @Nullable Admin admin;

    public SourceOffsets(FollowSettings settings) {
        this.settings = settings;
    }

    /**
     * All partitions of the topics.
     *
     * @throws IllegalStateException if the topics differ in their number of partitions: a row would have two writers
     */
    public Set<TopicPartition> partitions(Set<Topic> topics) {
        Set<String> names = topics.stream()
                .map(topic -> topic.name(settings.topicsPrefix()))
                .collect(Collectors.toSet());
        Map<String, TopicDescription> described =
                await(admin().describeTopics(names).allTopicNames());
        Set<Integer> counts = new HashSet<>();
        Set<TopicPartition> partitions = new HashSet<>();
        described.forEach((name, topic) -> {
            counts.add(topic.partitions().size());
            topic.partitions().forEach(p -> partitions.add(new TopicPartition(name, p.partition())));
        });
        if (counts.size() > 1) {
            throw new IllegalStateException("topics of one view must have equally many partitions: " + described);
        }
        return partitions;
    }

    /** The offset after the last committed record, by partition. */
    public Map<TopicPartition, Long> ends(Set<Topic> topics) {
        return offsets(topics, OffsetSpec.latest());
    }

    /** The offset of the first record that retention has left, by partition. */
    public Map<TopicPartition, Long> starts(Set<Topic> topics) {
        return offsets(topics, OffsetSpec.earliest());
    }

    /**
     * Whether every partition is assigned to somebody who follows this generation, on whichever node. Not while nobody can
     * tell: a new cluster makes its groups' topic with the first of them, which may take longer than one question waits.
     */
    public boolean followed(String view, int generation, Set<Topic> topics) {
        String group = settings.groupId(view, generation);
        Set<TopicPartition> assigned = new HashSet<>();
        try {
            await(admin().describeConsumerGroups(List.of(group)).all()).values().stream()
                    .flatMap(described -> described.members().stream())
                    .forEach(member -> assigned.addAll(member.assignment().topicPartitions()));
        } catch (IllegalStateException e) {
            if (saysNothingYet(e.getCause())) {
                return false;
            }
            throw e;
        }
        return assigned.containsAll(partitions(topics));
    }

    private static boolean saysNothingYet(@Nullable Throwable failed) {
        return failed != null
                && (failed.getCause() instanceof GroupIdNotFoundException
                        || failed.getCause() instanceof org.apache.kafka.common.errors.TimeoutException);
    }

    private Map<TopicPartition, Long> offsets(Set<Topic> topics, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions(topics).forEach(p -> asked.put(p, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin().listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all())
                .forEach((p, info) -> offsets.put(p, info.offset()));
        return offsets;
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    settings.bootstrapServers(),
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                    REQUEST_MILLIS,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                    REQUEST_MILLIS));
        }
        return admin;
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Kafka", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka does not tell its offsets: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close();
            admin = null;
        }
    }
}

package io.daybook.projections.engine;

import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordDecoder;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.ContainerProperties.AssignmentCommitOption;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Follows one generation of one view: a container under a group id of its own that subscribes to all topics of the view, so that
 * partitions of equal number, and with them all events of one row, meet in one consumer.
 */
public final class Follower<R> implements AutoCloseable {
    private static final long IDLE_MILLIS = 200;
    private static final long LONGEST_BACK_OFF_MILLIS = 30_000;

    private final Following<R> following;
    private final ConcurrentMessageListenerContainer<String, byte[]> container;

    public Follower(
            View<R> view,
            int generation,
            FollowSettings settings,
            RecordDecoder decoder,
            EventLog log,
            Written written,
            FollowMeters meters) {
        following = new Following<>(view, generation, settings.batch(), decoder, log, written, meters);
        container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(consumer(settings)), properties(view, generation, settings));
        container.setConcurrency(settings.concurrency());
        container.setBeanName("view-" + view.name() + "-" + generation);
        container.setCommonErrorHandler(errorHandler());
        container.setApplicationEventPublisher(event -> {
            if (event instanceof ListenerContainerIdleEvent idle) {
                following.whileIdle(idle.getConsumer());
            }
        });
    }

    public void start() {
        container.start();
    }

    /** Stops after the batch at hand. */
    @Override
    public void close() {
        container.stop();
    }

    /** False once it has stopped itself or was closed. */
    public boolean running() {
        return container.isRunning() && container.isChildRunning() && !following.stranded();
    }

    public FollowerState state() {
        return following.state();
    }

    private ContainerProperties properties(View<R> view, int generation, FollowSettings settings) {
        ContainerProperties properties = new ContainerProperties(view.projection().topics().stream()
                .map(topic -> topic.name(settings.topicsPrefix()))
                .toArray(String[]::new));
        properties.setGroupId(settings.groupId(view.name(), generation));
        properties.setMessageListener(following);
        properties.setConsumerRebalanceListener(following);
        // offsets are committed by the listener, for lag tools only
        properties.setAckMode(AckMode.MANUAL);
        properties.setAssignmentCommitOption(AssignmentCommitOption.NEVER);
        properties.setIdleEventInterval(IDLE_MILLIS);
        properties.setIdleBeforeDataMultiplier(1.0);
        properties.setPollTimeout(IDLE_MILLIS);
        properties.setMissingTopicsFatal(false);
        return properties;
    }

    private static Map<String, Object> consumer(FollowSettings settings) {
        Map<String, Object> consumer = new HashMap<>();
        consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        consumer.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        consumer.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        consumer.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
        consumer.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        consumer.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
        return consumer;
    }

    /** For a failing store: without end and without recoverer, so that no batch is ever given up. */
    private DefaultErrorHandler errorHandler() {
        ExponentialBackOff backOff = new ExponentialBackOff(100, 2);
        backOff.setMaxInterval(LONGEST_BACK_OFF_MILLIS);
        DefaultErrorHandler handler = new DefaultErrorHandler(backOff) {
            @Override
            public void handleOtherException(
                    Exception thrown, Consumer<?, ?> consumer, MessageListenerContainer of, boolean batch) {
                if (thrown instanceof OffsetOutOfRangeException || thrown instanceof NoOffsetForPartitionException) {
                    following.lost("Kafka no longer has what follows the mark: " + thrown.getMessage());
                    container.stop(() -> {});
                } else {
                    following.failing(thrown);
                }
            }
        };
        handler.setClassifications(Map.of(), true);
        handler.setRetryListeners(following);
        return handler;
    }
}

package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.Adoption;
import io.daybook.infra.eventstore.LogReader;
import io.daybook.infra.eventstore.PartitionKey;
import io.daybook.infra.eventstore.RecordedMessage;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Encodes each batch of a segment and hands it to the segment's pipeline. How far that has come is what {@link LaneTokens} stores. */
final class Lanes implements EventHandlerInvoker {
    private static final String BATCH = Lanes.class.getName();

    private final Properties kafka;
    private final KafkaTopics topics;
    private final Adoption adoption;
    private final LogReader log;
    private final int batch;
    private final Map<Integer, Pipeline> pipelines = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** @param batch the most events in one Kafka transaction */
    Lanes(Properties kafka, KafkaTopics topics, Adoption adoption, LogReader log, int batch) {
        this.kafka = kafka;
        this.topics = topics;
        this.adoption = adoption;
        this.log = log;
        this.batch = batch;
    }

    void start() {
        stopping = false;
    }

    /** Ends the waiting for Kafka. */
    void stop() {
        stopping = true;
        pipelines.keySet().forEach(this::close);
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message instanceof DomainEventMessage<?> event
                && segment.matches(PartitionKey.of(event.getAggregateIdentifier()));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<Outgoing> events = unit.getOrComputeResource(BATCH, key -> new ArrayList<>());
        events.add(Outgoing.of(((RecordedMessage) message).row(), topics, adoption.logId()));
        if (!(unit instanceof BatchingUnitOfWork<?> all) || all.isLastMessage(message)) {
            hand(segment.getSegmentId(), events);
        }
    }

    private void hand(int segment, List<Outgoing> events) {
        Pipeline pipeline = pipelines.get(segment);
        if (pipeline != null && pipeline.handed() >= events.getFirst().position()) {
            // the segment was begun anew without being released: what the pipeline holds will come again
            close(segment);
        }
        if (stopping) {
            throw new IllegalStateException("the forwarder stops");
        }
        pipelines.computeIfAbsent(segment, this::pipeline).hand(events);
    }

    private Pipeline pipeline(int segment) {
        String brokers = kafka.getProperty(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        HeldBack heldBack = new HeldBack(brokers, () -> lag(segment), InstantSource.system());
        return new Pipeline(segment, () -> Lane.open(kafka, topics, adoption, segment), batch, heldBack);
    }

    private String lag(int segment) {
        Outgoing first = firstUnderWay(segment);
        if (first == null) {
            return "nothing waits in segment " + segment;
        }
        return waiting(first.position()) + " in segment " + segment + ", the first for topic "
                + first.message().topic();
    }

    private String waiting(long from) {
        try {
            return Lag.behind(log, from - 1).toString();
        } catch (RuntimeException e) {
            return "how many events wait from position " + from + " on cannot be told (" + e.getMessage() + ")";
        }
    }

    /** The pipeline of a segment, if events have gone through it. */
    @Nullable
    Pipeline of(int segment) {
        return pipelines.get(segment);
    }

    /** The first event of a segment that is read but not known to be in Kafka; null if there is none. */
    @Nullable
    Outgoing firstUnderWay(int segment) {
        Pipeline pipeline = pipelines.get(segment);
        return pipeline == null ? null : pipeline.first();
    }

    private void close(int segment) {
        Pipeline pipeline = pipelines.remove(segment);
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @Override
    public void segmentReleased(Segment segment) {
        close(segment.getSegmentId());
    }

    /** What is in Kafka cannot be forwarded anew. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}

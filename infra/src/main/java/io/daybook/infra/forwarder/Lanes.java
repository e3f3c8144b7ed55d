package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.PartitionKey;
import io.daybook.infra.eventstore.RecordedMessage;
import io.daybook.infra.eventstore.RecordedRow;
import io.daybook.infra.eventstore.StoreNotAdopted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each batch of a segment to its lane when the batch's last event arrives: so the batch is in Kafka before its token is written.
 * While Kafka is away it keeps trying, and the log keeps what is to be forwarded; commands do not notice.
 */
final class Lanes implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final String BATCH = Lanes.class.getName();
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final IntFunction<Lane> open;
    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    /** @param open opens the lane of a segment */
    Lanes(IntFunction<Lane> open) {
        this.open = open;
    }

    void start() {
        stopping = false;
    }

    /** Ends the waiting for Kafka. */
    void stop() {
        stopping = true;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return message instanceof DomainEventMessage<?> event
                && segment.matches(PartitionKey.of(event.getAggregateIdentifier()));
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        List<RecordedRow> batch = unit.getOrComputeResource(BATCH, key -> new ArrayList<>());
        batch.add(((RecordedMessage) message).row());
        if (!(unit instanceof BatchingUnitOfWork<?> all) || all.isLastMessage(message)) {
            forward(segment.getSegmentId(), batch);
        }
    }

    private void forward(int segment, List<RecordedRow> batch) {
        long pause = 50;
        while (true) {
            try {
                lanes.computeIfAbsent(segment, open::apply).forward(batch);
                return;
            } catch (ProducerFencedException
                    | InvalidProducerEpochException
                    | StoreNotAdopted
                    | RecordTooLargeException e) {
                close(segment);
                throw e;
            } catch (KafkaException | IllegalStateException e) {
                // whether the transaction was committed is found out by opening the lane again
                close(segment);
                if (stopping) {
                    throw e;
                }
                LOG.warn("cannot forward to Kafka, trying on: {}", e.toString());
                LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(pause));
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void close(int segment) {
        Lane lane = lanes.remove(segment);
        if (lane != null) {
            lane.close();
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

package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.EagerCoordinator;
import io.daybook.infra.eventstore.LogEventStore;
import io.daybook.infra.eventstore.LogReader;
import java.util.Comparator;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.context.SmartLifecycle;

/** The pooled processor {@value #NAME}. Its segments spread over the processes that run it; each has one owner at a time. */
public final class Forwarder implements SmartLifecycle {
    public static final String NAME = "forwarder";

    private final Lanes lanes;
    private final LogReader log;
    private final boolean runs;
    private final ScheduledExecutorService workers;
    private final EagerCoordinator coordinator = new EagerCoordinator(NAME);
    private final PooledStreamingEventProcessor processor;

    Forwarder(
            Lanes lanes,
            LogReader log,
            LogEventStore store,
            TokenStore tokens,
            TransactionManager transactions,
            ForwarderProperties properties,
            boolean runs) {
        this.lanes = lanes;
        this.log = log;
        this.runs = runs;
        workers = Executors.newScheduledThreadPool(
                properties.segments(),
                Thread.ofPlatform().daemon().name(NAME + "-", 0).factory());
        processor = PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(lanes)
                .errorHandler(PropagatingErrorHandler.instance())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageSource(store)
                .tokenStore(new LaneTokens(tokens, lanes))
                .transactionManager(transactions)
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(properties.segments())
                .batchSize(properties.batch())
                .tokenClaimInterval(2_000)
                .enableCoordinatorClaimExtension()
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
    }

    /** Whether this process has a segment. */
    public boolean isAtWork() {
        return !processor.processingStatus().isEmpty();
    }

    /** What the slowest segment of this process has yet to forward; none where the forwarder does not run. */
    public Lag lag() {
        return processor.processingStatus().entrySet().stream()
                .map(segment -> reached(segment.getKey(), segment.getValue()))
                .min(Comparator.naturalOrder())
                .map(position -> Lag.behind(log, position))
                .orElse(Lag.NONE);
    }

    private long reached(int segment, EventTrackerStatus status) {
        Outgoing first = lanes.firstUnderWay(segment);
        return first == null ? status.getCurrentPosition().orElse(0) : first.position() - 1;
    }

    @Override
    public boolean isAutoStartup() {
        return runs;
    }

    @Override
    public void start() {
        lanes.start();
        processor.start();
    }

    @Override
    public void stop() {
        lanes.stop();
        processor.shutDown();
    }

    @Override
    public boolean isRunning() {
        return processor.isRunning();
    }

    /** Ends the threads; the forwarder cannot be started again. */
    void close() {
        stop();
        workers.shutdown();
        coordinator.shutdown();
    }
}

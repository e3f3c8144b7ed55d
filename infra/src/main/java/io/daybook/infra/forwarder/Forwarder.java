package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.EagerCoordinator;
import io.daybook.infra.eventstore.LogEventStore;
import java.util.Map;
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
    private final boolean runs;
    private final ScheduledExecutorService workers;
    private final EagerCoordinator coordinator = new EagerCoordinator(NAME);
    private final PooledStreamingEventProcessor processor;

    Forwarder(
            Lanes lanes,
            LogEventStore store,
            TokenStore tokens,
            TransactionManager transactions,
            ForwarderProperties properties,
            boolean runs) {
        this.lanes = lanes;
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
                .tokenStore(tokens)
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

    /** How far each segment that this process owns has come. */
    public Map<Integer, EventTrackerStatus> status() {
        return processor.processingStatus();
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

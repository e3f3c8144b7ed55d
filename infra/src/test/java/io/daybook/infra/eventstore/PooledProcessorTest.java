package io.daybook.infra.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class PooledProcessorTest {
    private static final int EVENTS = 20_000;

    private final TestLog log = new TestLog();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(1);
    private final EagerCoordinator coordinator = new EagerCoordinator("test");

    @AfterEach
    void close() {
        coordinator.shutdownNow();
        workers.shutdownNow();
        log.close();
    }

    /**
     * With Axon's own pause of 100 ms for a full buffer of 1,024 events this takes 2 s at least. If it fails after an upgrade of Axon,
     * look at the delay in its Coordinator that {@link EagerCoordinator} shortens.
     */
    @Test
    void a_processor_is_not_held_back_when_it_reads_faster_than_it_handles() throws Exception {
        for (int i = 0; i < EVENTS / 2_000; i++) {
            log.store.publish(Facts.facts("SKU" + i, 2_000));
        }
        CountDownLatch handled = new CountDownLatch(EVENTS);
        PooledStreamingEventProcessor processor = processor(new Slow(handled));

        long start = System.nanoTime();
        processor.start();
        assertThat(handled.await(60, TimeUnit.SECONDS)).isTrue();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        processor.shutDown();

        assertThat(millis).isLessThan(1_900);
    }

    private PooledStreamingEventProcessor processor(EventHandlerInvoker handler) {
        return PooledStreamingEventProcessor.builder()
                .name("test")
                .eventHandlerInvoker(handler)
                .errorHandler(PropagatingErrorHandler.instance())
                .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
                .messageSource(log.store)
                .tokenStore(log.tokens("a"))
                .transactionManager(log.transactions())
                .initialToken(StreamableMessageSource::createTailToken)
                .initialSegmentCount(1)
                .batchSize(500)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
    }

    /** Takes its time, a little for each event. */
    private record Slow(CountDownLatch handled) implements EventHandlerInvoker {
        @Override
        public boolean canHandle(EventMessage<?> message, Segment segment) {
            return message instanceof DomainEventMessage<?>;
        }

        @Override
        public void handle(EventMessage<?> message, Segment segment) {
            long until = System.nanoTime() + 5_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            handled.countDown();
        }
    }
}

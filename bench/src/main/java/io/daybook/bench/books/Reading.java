package io.daybook.bench.books;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** A real pooled processor of one program that hands every event to an annotated handler. */
public final class Reading implements AutoCloseable {
    /** As Axon has them by default. */
    private static final int WORKERS = 4;

    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(WORKERS);
    private final PooledStreamingEventProcessor processor;

    private Reading(Books books, Object handler, boolean fromHead) {
        coordinator = books.coordinator();
        PooledStreamingEventProcessor.Builder builder = PooledStreamingEventProcessor.builder()
                .name("reading-" + System.nanoTime())
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(handler)
                        .build())
                .messageSource(books.store())
                .tokenStore(books.tokens())
                .transactionManager(books.transactions())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialToken(source -> start(source, fromHead));
        books.tune(builder);
        processor = builder.build();
        processor.start();
    }

    private static TrackingToken start(StreamableMessageSource<?> source, boolean fromHead) {
        return fromHead ? source.createHeadToken() : source.createTailToken();
    }

    /** Starts at the log's first event. */
    public static Reading fromTail(Books books, Object handler) {
        return new Reading(books, handler, false);
    }

    /** Starts behind the log's last event. */
    public static Reading fromHead(Books books, Object handler) {
        return new Reading(books, handler, true);
    }

    /** Segments that this processor works on: none until it has begun to read. */
    public int segments() {
        return processor.processingStatus().size();
    }

    @Override
    public void close() {
        processor.shutDown();
        coordinator.shutdownNow();
        workers.shutdownNow();
    }
}

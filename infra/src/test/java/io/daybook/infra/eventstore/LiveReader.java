package io.daybook.infra.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads all events from the first one on, on a thread of its own, until it is told how many there are. */
final class LiveReader implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final AtomicInteger expected = new AtomicInteger(Integer.MAX_VALUE);
    private final CompletableFuture<List<Seen>> seen = new CompletableFuture<>();
    private final AtomicInteger soFar = new AtomicInteger();
    private volatile boolean late;

    LiveReader(EventStore store) {
        stream = store.openStream(store.createTailToken());
        Thread.ofPlatform().daemon().name("live-reader").start(this::read);
    }

    private void read() {
        try {
            List<Seen> events = new ArrayList<>();
            while (events.size() < expected.get() && !late) {
                if (stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)) {
                    events.add(Seen.of(stream.nextAvailable()));
                    soFar.incrementAndGet();
                }
            }
            // whatever should not be there, or comes twice, would show up now
            while (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
                events.add(Seen.of(stream.nextAvailable()));
            }
            seen.complete(events);
        } catch (InterruptedException | RuntimeException e) {
            seen.completeExceptionally(e);
        }
    }

    /** All that was seen, as soon as it is so many; or after the patience of the reader, however few they are. */
    List<Seen> seenAfter(int count) throws Exception {
        return seenAfter(count, PATIENCE_NANOS);
    }

    List<Seen> seenAfter(int count, long patienceNanos) throws Exception {
        expected.set(count);
        try {
            return seen.copy().get(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            late = true;
            return seen.get(60, TimeUnit.SECONDS);
        }
    }

    int soFar() {
        return soFar.get();
    }

    @Override
    public void close() {
        late = true;
        stream.close();
    }
}

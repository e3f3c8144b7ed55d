package io.daybook.infra.forwarder;

import io.daybook.infra.eventstore.StoreNotAdopted;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * A segment's events between whoever reads and encodes them and the thread that carries them to Kafka, so that the next batch is made
 * ready while the last one commits. What has gathered meanwhile is the next transaction. Holds so many events, and so many bytes, and
 * lets the reader wait for room: while Kafka is away the log keeps what is to be forwarded, and commands do not notice.
 */
final class Pipeline implements AutoCloseable {
    private static final long MOST_BYTES = 8 * 1024 * 1024;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final long PATIENCE_MILLIS = 3_000;

    private final Supplier<Lane> open;
    private final int batch;
    private final HeldBack heldBack;
    private final Thread carrier;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** What is not known to be in Kafka, in order; the carrier takes an event off when it is. */
    private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();

    private long bytes;
    private long handed;
    private long forwarded;
    private boolean closed;
    private @Nullable RuntimeException failure;
    /** The carrier's, or closed by whoever has waited for it in vain. */
    private volatile @Nullable Lane lane;

    /**
     * @param open the lane, anew after each of its failures
     * @param batch the most events in one transaction
     */
    Pipeline(int segment, Supplier<Lane> open, int batch, HeldBack heldBack) {
        this.open = open;
        this.batch = batch;
        this.heldBack = heldBack;
        carrier = Thread.ofPlatform()
                .daemon()
                .name("forwarder-carrier-" + segment)
                .start(this::carry);
    }

    /**
     * Takes the next events, and waits for room first.
     *
     * @throws RuntimeException if there is no way on for this process, or the pipeline was closed
     */
    void hand(List<Outgoing> events) {
        lock.lock();
        try {
            while (isUsable() && (waiting.size() > batch || bytes > MOST_BYTES)) {
                changed.awaitUninterruptibly();
            }
            requireUsable();
            for (Outgoing event : events) {
                waiting.add(event);
                bytes += event.size();
            }
            handed = events.getLast().position();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The last event that was handed over; 0 before the first. */
    long handed() {
        lock.lock();
        try {
            return handed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Up to which position all that was handed over is in Kafka; {@link Long#MAX_VALUE} if nothing is under way.
     *
     * @throws RuntimeException if there is no way on for this process
     */
    long settled() {
        lock.lock();
        try {
            requireUsable();
            return waiting.isEmpty() ? Long.MAX_VALUE : forwarded;
        } finally {
            lock.unlock();
        }
    }

    /** The first event that is not known to be in Kafka; null if none is under way. */
    @Nullable
    Outgoing first() {
        lock.lock();
        try {
            return waiting.peek();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until all that was handed over is in Kafka.
     *
     * @throws RuntimeException if there is no way on for this process
     */
    void settle() {
        lock.lock();
        try {
            while (isUsable() && !waiting.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            requireUsable();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean isUsable() {
        return !closed && failure == null;
    }

    private void requireUsable() {
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new IllegalStateException("the forwarder stops");
        }
    }

    private void carry() {
        try {
            List<Outgoing> next = next();
            while (!next.isEmpty()) {
                if (forward(next)) {
                    settled(next);
                }
                next = next();
            }
        } finally {
            closeLane();
            end();
        }
    }

    /** Whatever ended the carrier, nobody must go on waiting for it. */
    private void end() {
        lock.lock();
        try {
            if (isUsable()) {
                failure = new IllegalStateException("the forwarder's carrier has ended");
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for events; empty at the end. */
    private List<Outgoing> next() {
        lock.lock();
        try {
            while (isUsable() && waiting.isEmpty()) {
                changed.awaitUninterruptibly();
            }
            List<Outgoing> next = new ArrayList<>(Math.min(batch, waiting.size()));
            if (isUsable()) {
                long size = 0;
                for (Outgoing event : waiting) {
                    size += event.size();
                    if (next.size() == batch || (size > MOST_BYTES && !next.isEmpty())) {
                        break;
                    }
                    next.add(event);
                }
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private boolean forward(List<Outgoing> events) {
        long pause = 50;
        while (true) {
            try {
                Lane way = lane;
                if (way == null) {
                    way = open.get();
                    lane = way;
                    if (isClosed()) {
                        return false;
                    }
                }
                way.forward(events);
                heldBack.over();
                return true;
            } catch (RuntimeException e) {
                if (isFinal(e)) {
                    return fail(e);
                }
                // whether the transaction was committed is found out by opening the lane again
                closeLane();
                heldBack.by(e);
                if (!pause(pause)) {
                    return false;
                }
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    /** Another process owns the segment now, or the log is not the one it was: not to be overcome by trying again. */
    private static boolean isFinal(RuntimeException thrown) {
        return Stream.of(thrown, thrown.getCause())
                .anyMatch(e -> e instanceof ProducerFencedException
                        || e instanceof InvalidProducerEpochException
                        || e instanceof StoreNotAdopted);
    }

    private boolean fail(RuntimeException because) {
        lock.lock();
        try {
            failure = because;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return false;
    }

    private void settled(List<Outgoing> done) {
        lock.lock();
        try {
            for (Outgoing event : done) {
                waiting.remove();
                bytes -= event.size();
            }
            forwarded = done.getLast().position();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether to go on after it. */
    private boolean pause(long millis) {
        lock.lock();
        try {
            long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
            while (isUsable() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return isUsable();
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void closeLane() {
        Lane way = lane;
        if (way != null) {
            lane = null;
            way.close();
        }
    }

    /** Lets the transaction that is under way end, if it does so soon: left open it would hold back whoever reads committed. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!carrier.join(Duration.ofMillis(PATIENCE_MILLIS))) {
                closeLane();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closeLane();
        }
    }
}

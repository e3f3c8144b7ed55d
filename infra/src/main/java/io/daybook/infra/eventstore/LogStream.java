package io.daybook.infra.eventstore;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's way along the log. A thread of its own reads pages ahead and calls the reader, who only takes from memory and may do
 * so from several threads. It never passes a position by: a hole, or another log under its feet, ends it with an exception.
 */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(LogStream.class);
    private static final int PAGE = 1_000;
    private static final int AHEAD = 2 * PAGE;
    /** A wake-up that is lost costs this much. */
    private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(1);
    /**
     * How soon a reader who leaves events lying is called again. Axon's coordinator looks at its buffer twice after each turn; if a worker
     * makes room between the two looks, it takes the stream for empty and sleeps until it is called, 5 s if nobody does.
     */
    private static final long REMINDER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final PostgresEventEngine engine;
    private final Adoption adoption;
    private final Consumer<LogStream> onClose;
    private final UUID logId;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<TrackedEventMessage<?>> ready = new ArrayDeque<>(AHEAD);
    private boolean signalled = true;
    private boolean closed;
    private @Nullable RuntimeException failure;
    private volatile Runnable callback = () -> {};
    /** Only the reading thread's. */
    private long position;

    LogStream(PostgresEventEngine engine, Adoption adoption, long after, Consumer<LogStream> onClose) {
        this.engine = engine;
        this.adoption = adoption;
        this.onClose = onClose;
        position = after;
        logId = adoption.logId();
    }

    void start() {
        Thread.ofPlatform().daemon().name("log-reader").start(this::read);
    }

    /** Something was appended. */
    void wake() {
        lock.lock();
        try {
            signalled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void read() {
        boolean troubled = false;
        while (awaitRoom()) {
            try {
                List<TrackedEventMessage<?>> page = nextPage();
                troubled = false;
                if (!page.isEmpty()) {
                    hand(page);
                }
                if (page.size() < PAGE) {
                    awaitSignal();
                }
            } catch (LogHole e) {
                fail(e);
            } catch (RuntimeException e) {
                if (!troubled) {
                    LOG.warn("cannot read the log after position {}, trying on: {}", position, e.getMessage());
                }
                troubled = true;
                awaitSignal();
            }
        }
    }

    private List<TrackedEventMessage<?>> nextPage() {
        List<TrackedEventMessage<?>> page = engine.messagesAfter(position, PAGE);
        if (page.isEmpty()) {
            adoption.doubt("a reader", position);
        }
        if (!adoption.logId().equals(logId)) {
            throw new LogHole(logId, adoption.logId());
        }
        return page;
    }

    private boolean awaitRoom() {
        lock.lock();
        try {
            await(() -> ready.size() <= AHEAD - PAGE, Long.MAX_VALUE);
            // before the query: a signal during the query causes another one
            signalled = false;
            return !closed && failure == null;
        } finally {
            lock.unlock();
        }
    }

    private void awaitSignal() {
        lock.lock();
        try {
            await(() -> signalled, POLL_NANOS);
        } finally {
            lock.unlock();
        }
    }

    /** Under the lock, which is free while this waits and while the reader is called. */
    private void await(BooleanSupplier reached, long nanos) {
        long start = System.nanoTime();
        long left = nanos;
        try {
            while (!closed && failure == null && !reached.getAsBoolean() && left > 0) {
                boolean lying = !ready.isEmpty();
                boolean unchanged = changed.awaitNanos(lying ? Math.min(left, REMINDER_NANOS) : left) <= 0;
                if (lying && unchanged) {
                    lock.unlock();
                    try {
                        call();
                    } finally {
                        lock.lock();
                    }
                }
                left = nanos - (System.nanoTime() - start);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void hand(List<TrackedEventMessage<?>> page) {
        lock.lock();
        try {
            ready.addAll(page);
            position += page.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        call();
    }

    private void call() {
        try {
            callback.run();
        } catch (RuntimeException e) {
            // its executor has ended before it closes this stream; reading ahead does no harm until then
            LOG.debug("a reader cannot be called: {}", e.getMessage());
        }
    }

    private void fail(RuntimeException because) {
        LOG.error("this reader stops: {}", because.getMessage());
        lock.lock();
        try {
            failure = because;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        call();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            return Optional.ofNullable(ready.peek());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = unit.toNanos(timeout);
            while (ready.isEmpty()) {
                failIfFailed();
                if (closed || nanos <= 0) {
                    return false;
                }
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            TrackedEventMessage<?> next = ready.poll();
            while (next == null) {
                failIfFailed();
                if (closed) {
                    throw new IllegalStateException("the stream is closed");
                }
                changed.await();
                next = ready.poll();
            }
            if (ready.size() == AHEAD - PAGE) {
                changed.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void failIfFailed() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback = onAvailable;
        if (peek().isPresent()) {
            onAvailable.run();
        }
        return true;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        onClose.accept(this);
    }
}

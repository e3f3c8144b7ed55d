package io.daybook.command.memory;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** One reader's way along a log in memory. Several threads may take from it; each event is given once. */
final class MemoryStream implements BlockingStream<TrackedEventMessage<?>> {
    private final MemoryLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile Runnable callback = () -> {};
    private long position;
    private boolean closed;

    MemoryStream(MemoryLog log, long after) {
        this.log = log;
        position = after;
    }

    /** Something was appended. */
    void wake() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        callback.run();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        lock.lock();
        try {
            return closed ? Optional.empty() : log.after(position);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = unit.toNanos(timeout);
            while (!closed && nanos > 0 && log.after(position).isEmpty()) {
                nanos = changed.awaitNanos(nanos);
            }
            return peek().isPresent();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<TrackedEventMessage<?>> next = log.after(position);
            while (next.isEmpty()) {
                if (closed) {
                    throw new IllegalStateException("the stream is closed");
                }
                changed.await();
                next = log.after(position);
            }
            position++;
            return next.get();
        } finally {
            lock.unlock();
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
        log.leave(this);
    }
}

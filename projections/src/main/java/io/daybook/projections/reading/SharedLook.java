package io.daybook.projections.reading;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * One look for all who want to look. While one is under way, and for a moment after it began, those who come gather for the next;
 * so a store is asked at a bounded rate however many wait for it, and their waiting does not become what they wait for.
 */
public final class SharedLook<T> {
    private final Function<Set<String>, T> look;
    private final long paceNanos;
    private final ReentrantLock looking = new ReentrantLock();
    private Gathering<T> gathering = new Gathering<>();
    private long began;

    /**
     * @param look at all of these keys at once
     * @param pace the least time from the beginning of one look to that of the next
     */
    public SharedLook(Function<Set<String>, T> look, Duration pace) {
        this.look = look;
        this.paceNanos = pace.toNanos();
        this.began = System.nanoTime() - paceNanos;
    }

    private static final class Gathering<T> {
        private final Set<String> keys = new HashSet<>();
        private final CompletableFuture<T> seen = new CompletableFuture<>();
        private boolean hasLeader;
    }

    /**
     * What a look saw that began after this was called; it may have looked at more than these keys.
     *
     * @throws RuntimeException what the look threw
     */
    public T at(Collection<String> keys) {
        Gathering<T> mine;
        boolean leads;
        synchronized (this) {
            mine = gathering;
            mine.keys.addAll(keys);
            leads = !mine.hasLeader;
            mine.hasLeader = true;
        }
        if (leads) {
            lead(mine);
        }
        try {
            return mine.seen.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void lead(Gathering<T> mine) {
        looking.lock();
        try {
            for (long left = paceLeft(); left > 0; left = paceLeft()) {
                LockSupport.parkNanos(left);
            }
            began = System.nanoTime();
            synchronized (this) {
                gathering = new Gathering<>();
            }
            mine.seen.complete(look.apply(mine.keys));
        } catch (RuntimeException | Error failed) {
            mine.seen.completeExceptionally(failed);
        } finally {
            looking.unlock();
        }
    }

    private long paceLeft() {
        return began + paceNanos - System.nanoTime();
    }
}

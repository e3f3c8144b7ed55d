package io.daybook.command.dispatch;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Runs tasks on threads of their own: those of one key in the order they came, those of different keys side by side. When a task
 * fails, those that already wait behind it on its key fail with it.
 */
public final class Lanes implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentMap<String, CompletableFuture<?>> lasts = new ConcurrentHashMap<>();
    private final Semaphore places;

    /**
     * @param width tasks that run at once, at most
     */
    public Lanes(int width) {
        places = new Semaphore(width);
    }

    /** Never waits for a task; the caller bounds how much is under way. */
    public synchronized <T> CompletableFuture<T> submit(String key, Callable<T> task) {
        CompletableFuture<?> before = lasts.getOrDefault(key, CompletableFuture.completedFuture(null));
        CompletableFuture<T> mine = before.thenApplyAsync(done -> run(task), threads);
        lasts.put(key, mine);
        return mine.whenComplete((result, failure) -> lasts.remove(key, mine));
    }

    private <T> T run(Callable<T> task) {
        places.acquireUninterruptibly();
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new CompletionException(e);
        } finally {
            places.release();
        }
    }

    /** Waits for what was submitted. */
    @Override
    public void close() {
        threads.close();
    }
}

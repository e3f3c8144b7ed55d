package io.daybook.bench.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Starts calls at a given rate, whether or not earlier ones have returned, at random distances so that nothing falls into step with them. */
public final class Metronome {
    private Metronome() {}

    /** What is done at each beat. */
    public interface Call {
        void make() throws Exception;
    }

    /**
     * @return calls that were made; all of them have returned
     * @throws ExecutionException if one failed
     */
    public static int beat(int perSecond, long millis, Call call) throws ExecutionException, InterruptedException {
        Random random = new Random(perSecond);
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long mean = TimeUnit.SECONDS.toNanos(1) / perSecond;
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            for (long due = System.nanoTime(); due < end; due += random.nextLong(mean / 2, mean + mean / 2)) {
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                running.add(threads.submit(() -> {
                    call.make();
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        return running.size();
    }
}

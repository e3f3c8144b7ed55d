package io.daybook.bench.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads that do the same thing again and again, each as soon as its last call has returned, until the time is over; at least once. */
public final class Callers {
    private Callers() {}

    /** What one caller does. */
    public interface Call {
        /** @param caller from 0 */
        void make(int caller) throws Exception;
    }

    /**
     * What they did in that time. A call that ended later is not in it, unless it was its caller's only one.
     *
     * @param seconds that all these took
     */
    public record Calls(Samples samples, double seconds) {
        public double perSecond() {
            return samples.count() / seconds;
        }
    }

    /** On threads of the operating system. */
    public static Calls call(int callers, long millis, Call call) throws ExecutionException, InterruptedException {
        return call(callers, millis, Executors.defaultThreadFactory(), call);
    }

    /** @throws ExecutionException if a call failed; a figure made of the others would say nothing */
    public static Calls call(int callers, long millis, ThreadFactory factory, Call call)
            throws ExecutionException, InterruptedException {
        CountDownLatch ready = new CountDownLatch(callers);
        Samples all = new Samples();
        double seconds = millis / 1e3;
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(factory)) {
            List<Future<Calls>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                int caller = i;
                running.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return repeat(caller, millis, call);
                }));
            }
            for (Future<Calls> one : running) {
                Calls calls = one.get();
                all.addAll(calls.samples());
                seconds = Math.max(seconds, calls.seconds());
            }
        }
        return new Calls(all, seconds);
    }

    private static Calls repeat(int caller, long millis, Call call) throws Exception {
        Samples mine = new Samples();
        long start = System.nanoTime();
        long length = TimeUnit.MILLISECONDS.toNanos(millis);
        long counted = start;
        for (long begun = start; begun - start < length; ) {
            call.make(caller);
            long ended = System.nanoTime();
            if (ended - start <= length || mine.count() == 0) {
                mine.add(ended - begun);
                counted = ended;
            }
            begun = ended;
        }
        return new Calls(mine, (counted - start) / 1e9);
    }
}

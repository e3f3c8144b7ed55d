package io.daybook.infra.eventstore;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Several threads that begin together. */
final class AtOnce {
    private AtOnce() {}

    interface Work {
        void run(int number) throws Exception;
    }

    /** Returns when all have ended; throws what the first of them threw. */
    static void atOnce(int threads, Work work) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(number -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        work.run(number);
                        return number;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get(10, TimeUnit.MINUTES);
            }
        }
    }
}

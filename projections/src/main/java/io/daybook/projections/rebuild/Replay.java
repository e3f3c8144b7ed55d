package io.daybook.projections.rebuild;

import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.RowsInHand;
import io.daybook.projections.engine.View;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.history.RecordedEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Folds a stretch of the log into a generation that nobody else writes to. One reader, some workers, each with rows of its own, so
 * that the order of events per row is kept; what a page has for one row is written once.
 */
final class Replay<R> {
    private static final int PAGE = 4000;
    private static final int PAGES_AHEAD = 2;

    private final View<R> view;
    private final EventLog log;
    private final int workers;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Replay(View<R> view, EventLog log, int workers) {
        this.view = view;
        this.log = log;
        this.workers = workers;
    }

    /** A page's events for one worker; {@code done} is counted down when they are in the store. */
    private record Slice(List<RecordedEvent> events, CountDownLatch done) {}

    /**
     * Blocks until all events with {@code after < position <= upTo} are written.
     *
     * @param passed is told the position up to which all is written
     * @throws RuntimeException why it could not go on
     */
    void run(int generation, long after, long upTo, LongConsumer passed) throws InterruptedException {
        List<BlockingQueue<Slice>> queues = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            BlockingQueue<Slice> queue = new ArrayBlockingQueue<>(PAGES_AHEAD);
            queues.add(queue);
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("replay-" + view.name() + "-" + generation + "-" + i)
                    .start(() -> work(generation, queue)));
        }
        try {
            read(after, upTo, queues, passed);
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    private void read(long after, long upTo, List<BlockingQueue<Slice>> queues, LongConsumer passed)
            throws InterruptedException {
        List<Pending> pending = new ArrayList<>();
        long at = after;
        while (at < upTo) {
            List<RecordedEvent> page = log.read(at, upTo, PAGE);
            at = page.isEmpty() ? upTo : page.getLast().position();
            CountDownLatch done = new CountDownLatch(queues.size());
            List<List<RecordedEvent>> slices = slices(page);
            for (int i = 0; i < queues.size(); i++) {
                while (!queues.get(i).offer(new Slice(slices.get(i), done), 200, TimeUnit.MILLISECONDS)) {
                    throwFailure();
                }
            }
            pending.add(new Pending(at, done));
            while (pending.size() > PAGES_AHEAD) {
                pending.removeFirst().await(passed);
            }
        }
        for (Pending page : pending) {
            page.await(passed);
        }
    }

    private final class Pending {
        private final long position;
        private final CountDownLatch done;

        Pending(long position, CountDownLatch done) {
            this.position = position;
            this.done = done;
        }

        void await(LongConsumer passed) throws InterruptedException {
            while (!done.await(200, TimeUnit.MILLISECONDS)) {
                throwFailure();
            }
            throwFailure();
            passed.accept(position);
        }
    }

    private List<List<RecordedEvent>> slices(List<RecordedEvent> page) {
        List<List<RecordedEvent>> slices = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            slices.add(new ArrayList<>());
        }
        for (RecordedEvent event : page) {
            if (view.projection().consumes(event.aggregateType())) {
                String key = view.projection().keyOf(event);
                slices.get(Math.floorMod(key.hashCode(), workers)).add(event);
            }
        }
        return slices;
    }

    private void work(int generation, BlockingQueue<Slice> queue) {
        try {
            while (failure.get() == null) {
                Slice slice = queue.take();
                write(generation, slice.events());
                slice.done().countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private void write(int generation, List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Set<String> keys = new LinkedHashSet<>();
        events.forEach(event -> keys.add(view.projection().keyOf(event)));
        RowsInHand<R> rows =
                new RowsInHand<>(view.projection(), log, view.store().read(generation, keys));
        events.forEach(rows::fold);
        Set<String> losers = view.store().write(generation, rows.changed(), Advance.NONE);
        if (!losers.isEmpty()) {
            throw new IllegalStateException("somebody else writes to " + view.name() + " generation " + generation
                    + " while it is replayed: " + losers.stream().limit(3).toList());
        }
    }

    private void throwFailure() {
        RuntimeException e = failure.get();
        if (e != null) {
            throw e;
        }
    }
}

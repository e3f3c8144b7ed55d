package io.daybook.projections.rebuild;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Generation;
import io.daybook.projections.generation.Generation.State;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.generation.Pointer;
import io.daybook.projections.history.EventLog;
import io.daybook.projections.rebuild.RebuildProgress.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One building of one view, from a new number to the switch: replay, wait until followers have caught up, promote, drop what
 * neither serves nor did before. Runs on a thread of its own, under the lease.
 */
public final class RebuildRun {
    private static final Logger LOG = LoggerFactory.getLogger(RebuildRun.class);
    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    /** How long nothing answers rather than something old: only where no generation of this fold's version serves. */
    private static final Duration CATCH_UP_AT_MOST = Duration.ofSeconds(60);

    private final View<?> view;
    private final Generations generations;
    private final SourceOffsets offsets;
    private final EventLog log;
    private final Lease lease;
    private final int workers;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long startedAt = System.nanoTime();
    private volatile RebuildProgress progress;
    private volatile long toldAt;

    RebuildRun(View<?> view, Generations generations, SourceOffsets offsets, EventLog log, Lease lease, int workers) {
        this.view = view;
        this.generations = generations;
        this.offsets = offsets;
        this.log = log;
        this.lease = lease;
        this.workers = workers;
        this.progress = new RebuildProgress(view.name(), 0, Phase.STARTING, 0, 0, 0, null);
    }

    public RebuildProgress progress() {
        return progress;
    }

    /** False if it has not ended by then. */
    public boolean await(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * @param continued a generation whose builder ended between replay and promotion is promoted instead of built anew
     */
    void run(boolean continued) {
        try {
            offsets.partitions(view.projection().topics());
            // before anything is dropped: the stores may still be those of the shop that this log is a copy of
            var _ = log.confirmedLogId();
            dropAbandoned();
            Optional<Generation> ready = continued ? waiting() : Optional.empty();
            int number = ready.isPresent() ? ready.get().number() : build();
            catchUp(number);
            promote(number);
            tell(number, Phase.PROMOTED, progress.replayed(), progress.toReplay());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("the program stopped");
        } catch (RuntimeException e) {
            if (progress.generation() == 0) {
                LOG.warn("{} cannot be built now: {}", view.name(), e.toString());
            } else {
                LOG.error("{} generation {} was not built", view.name(), progress.generation(), e);
            }
            fail(String.valueOf(e.getMessage()));
        } finally {
            release();
            ended.countDown();
        }
    }

    private int build() throws InterruptedException {
        int number = generations.create(view.name(), view.version());
        tell(number, Phase.REPLAYING, 0, 0);
        new HandOver<>(view, generations, offsets, log, workers)
                .run(number, (replayed, total) -> tell(number, Phase.REPLAYING, replayed, total));
        generations.replayed(view.name(), number, progress.toReplay(), progress.toReplay());
        LOG.info("{} generation {} is replayed: {} positions", view.name(), number, progress.toReplay());
        return number;
    }

    /** Builders that ended without a word leave these behind. */
    private void dropAbandoned() {
        for (Generation g : generations.of(view.name())) {
            if (g.state() == State.BUILDING || g.state() == State.FAILED) {
                drop(g);
            }
        }
    }

    private Optional<Generation> waiting() {
        Integer serving = pointer().serving();
        return generations.of(view.name()).stream()
                .filter(g -> g.state() == State.READY && g.foldVersion() == view.version())
                .filter(g -> serving == null || g.number() > serving)
                .findFirst();
    }

    private void catchUp(int number) throws InterruptedException {
        tell(number, Phase.CATCHING_UP, progress.replayed(), progress.toReplay());
        long deadline = System.nanoTime() + CATCH_UP_AT_MOST.toNanos();
        @Nullable Map<TopicPartition, Long> target = null;
        while (target == null || !reached(number, target)) {
            if (target == null && followed(number)) {
                target = offsets.ends(view.projection().topics());
            }
            if (!somethingAnswers() && System.nanoTime() > deadline) {
                LOG.warn("{} generation {} has not caught up, but nothing else answers", view.name(), number);
                return;
            }
            if (stateOf(number) != State.READY) {
                throw new IllegalStateException("the generation is " + stateOf(number) + " before it was promoted");
            }
            if (ended.await(50, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    /** A generation that stands at the end but that nobody moves on would answer late from its first moment. */
    private boolean followed(int number) {
        return offsets.followed(view.name(), number, view.projection().topics());
    }

    private boolean reached(int number, Map<TopicPartition, Long> target) {
        var marks = view.store().progress(number).marks();
        return target.entrySet().stream().allMatch(end -> {
            var mark = marks.get(end.getKey());
            return mark != null && mark.nextOffset() >= end.getValue();
        });
    }

    private boolean somethingAnswers() {
        Pointer pointer = pointer();
        return generations.of(view.name()).stream()
                .filter(g -> g.foldVersion() == view.version() && g.state() == State.READY)
                .anyMatch(g -> Integer.valueOf(g.number()).equals(pointer.serving())
                        || Integer.valueOf(g.number()).equals(pointer.previous()));
    }

    private State stateOf(int number) {
        return generations.of(view.name()).stream()
                .filter(g -> g.number() == number)
                .map(Generation::state)
                .findFirst()
                .orElse(State.DROPPED);
    }

    private void promote(int number) {
        if (!lease.renew(view.name())) {
            throw new IllegalStateException("another node builds the view by now");
        }
        generations.promote(view.name(), number);
        LOG.info("{} answers from generation {}", view.name(), number);
        Pointer pointer = pointer();
        List<Generation> all = generations.of(view.name());
        for (Generation g : all) {
            boolean pointedAt = Integer.valueOf(g.number()).equals(pointer.serving())
                    || Integer.valueOf(g.number()).equals(pointer.previous());
            if (!pointedAt && g.state() != State.DROPPED && g.number() < number) {
                drop(g);
            }
        }
    }

    private void drop(Generation g) {
        try {
            view.store().drop(g.number());
            generations.becomes(State.DROPPED, view.name(), g.number(), g.note());
        } catch (RuntimeException e) {
            // takes room, but no harm: the next rebuild tries again
            LOG.warn("{} generation {} could not be dropped", view.name(), g.number(), e);
        }
    }

    private Pointer pointer() {
        return generations.pointers().getOrDefault(view.name(), Pointer.NONE);
    }

    private void fail(String reason) {
        int number = progress.generation();
        progress = new RebuildProgress(
                view.name(), number, Phase.FAILED, progress.replayed(), progress.toReplay(), 0, reason);
        if (number > 0) {
            try {
                generations.failed(view.name(), number, reason);
            } catch (RuntimeException e) {
                LOG.warn("{} generation {} could not be marked as failed", view.name(), number, e);
            }
        }
    }

    private void tell(int number, Phase phase, long replayed, long toReplay) {
        long nanos = Math.max(1, System.nanoTime() - startedAt);
        long perSecond = replayed * TimeUnit.SECONDS.toNanos(1) / nanos;
        progress = new RebuildProgress(view.name(), number, phase, replayed, toReplay, perSecond, null);
        if (System.nanoTime() - toldAt > TELL_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            generations.replayed(view.name(), number, replayed, toReplay);
        }
    }

    private void release() {
        try {
            lease.release(view.name());
        } catch (RuntimeException e) {
            LOG.warn("the lease of {} ends by itself", view.name(), e);
        }
    }
}

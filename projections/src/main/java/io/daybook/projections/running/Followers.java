package io.daybook.projections.running;

import io.daybook.projections.engine.Follower;
import io.daybook.projections.engine.FollowerState;
import io.daybook.projections.engine.FollowerState.Condition;
import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Generation;
import io.daybook.projections.generation.Generation.State;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.rebuild.RebuildRefused;
import io.daybook.projections.rebuild.Rebuilds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes this node follow what it should: of each view the generation it answers from, and those of its own fold version that wait
 * to be promoted. What has stopped is started again, what is lost is marked as lost, and a view that nothing can answer from is
 * built.
 */
public final class Followers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final List<View<?>> views;
    private final Serving serving;
    private final Generations generations;
    private final Rebuilds rebuilds;
    private final FollowerFactory factory;
    private final boolean autostart;
    private final Map<Id, Follower<?>> followers = new ConcurrentHashMap<>();
    private final Map<Object, Patience> patience = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    private record Id(String view, int generation) {}

    public Followers(
            List<View<?>> views,
            Serving serving,
            ServingWatch watch,
            Generations generations,
            Rebuilds rebuilds,
            FollowerFactory factory,
            boolean autostart) {
        this.views = views;
        this.serving = serving;
        this.generations = generations;
        this.rebuilds = rebuilds;
        this.factory = factory;
        this.autostart = autostart;
        watch.afterRefresh(wake::release);
    }

    /** How this node follows a view, the youngest generation first; empty if it does not. */
    public List<FollowerState> states(String view) {
        return followers.entrySet().stream()
                .filter(f -> f.getKey().view().equals(view))
                .sorted((a, b) ->
                        Integer.compare(b.getKey().generation(), a.getKey().generation()))
                .map(f -> f.getValue().state())
                .toList();
    }

    @Override
    public boolean isAutoStartup() {
        return autostart;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        thread = Thread.ofPlatform().daemon().name("view-followers").start(this::keepFollowing);
    }

    @Override
    public synchronized void stop() {
        running = false;
        wake.release();
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(30));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
        followers.values().parallelStream().forEach(Follower::close);
        followers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void keepFollowing() {
        while (running) {
            for (View<?> view : views) {
                try {
                    look(view);
                } catch (RuntimeException e) {
                    LOG.warn("{} cannot be looked after for now", view.name(), e);
                }
            }
            try {
                boolean woken = wake.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                LOG.trace("looking again, woken: {}", woken);
                wake.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void look(View<?> view) {
        Set<Integer> wanted = wanted(view);
        for (Map.Entry<Id, Follower<?>> entry : Map.copyOf(followers).entrySet()) {
            if (entry.getKey().view().equals(view.name())) {
                tend(entry.getKey(), entry.getValue(), wanted);
            }
        }
        for (int generation : wanted) {
            Id id = new Id(view.name(), generation);
            if (!followers.containsKey(id) && patience(id).over()) {
                Follower<?> follower = factory.follower(view, generation);
                followers.put(id, follower);
                follower.start();
            }
        }
        if (serving.answering(view.name(), view.version()).isEmpty()) {
            build(view);
        }
    }

    private void tend(Id id, Follower<?> follower, Set<Integer> wanted) {
        FollowerState state = follower.state();
        if (state.condition() == Condition.LOST) {
            end(id, follower);
            generations.becomes(State.LOST, id.view(), id.generation(), state.failure());
            serving.refresh();
            wanted.remove(id.generation());
        } else if (!wanted.contains(id.generation())) {
            end(id, follower);
            patience.remove(id);
        } else if (!follower.running()) {
            LOG.warn("{} has stopped and will be started again: {}", id, state.failure());
            end(id, follower);
            patience(id).again();
        } else if (state.condition() == Condition.FOLLOWING && state.partitions() > 0) {
            patience.remove(id);
        }
    }

    private void end(Id id, Follower<?> follower) {
        followers.remove(id);
        follower.close();
    }

    private Set<Integer> wanted(View<?> view) {
        Set<Integer> wanted = new HashSet<>();
        Optional<Generation> answering = serving.answering(view.name(), view.version());
        answering.ifPresent(g -> wanted.add(g.number()));
        Integer serves = serving.pointer(view.name()).serving();
        for (Generation g : serving.kept(view.name())) {
            boolean waits = g.state() == State.READY && (serves == null || g.number() > serves);
            if (waits && g.foldVersion() == view.version()) {
                wanted.add(g.number());
            }
        }
        return wanted;
    }

    private void build(View<?> view) {
        if (rebuilds.running(view.name()) || !patience(view.name()).over()) {
            return;
        }
        patience(view.name()).again();
        try {
            rebuilds.startOrContinue(view);
            LOG.info("{} has no generation of version {}: it is built", view.name(), view.version());
        } catch (RebuildRefused e) {
            LOG.debug("another node builds {}", view.name());
        }
    }

    private Patience patience(Object of) {
        return patience.computeIfAbsent(of, key -> new Patience());
    }

    /** Longer and longer waits between attempts, up to half a minute. */
    private static final class Patience {
        private static final long LONGEST_SECONDS = 30;

        private long seconds = 1;
        private long until = System.nanoTime();

        boolean over() {
            return System.nanoTime() - until >= 0;
        }

        void again() {
            until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            seconds = Math.min(LONGEST_SECONDS, seconds * 2);
        }
    }
}

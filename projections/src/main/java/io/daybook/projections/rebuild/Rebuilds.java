package io.daybook.projections.rebuild;

import io.daybook.projections.engine.View;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.history.EventLog;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rebuilds of this node: at most one per view over all nodes, kept by the lease. */
public final class Rebuilds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);

    private final Generations generations;
    private final SourceOffsets offsets;
    private final EventLog log;
    private final Lease lease;
    private final int workers;
    private final Map<String, RebuildRun> runs = new ConcurrentHashMap<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final Future<?> renewing;
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("view-leases").factory());

    /**
     * @param workers that fold and write during a replay, at least 1
     */
    public Rebuilds(Generations generations, SourceOffsets offsets, EventLog log, Lease lease, int workers) {
        this.generations = generations;
        this.offsets = offsets;
        this.log = log;
        this.lease = lease;
        this.workers = workers;
        long millis = Lease.HEARTBEAT.toMillis();
        renewing = heartbeat.scheduleWithFixedDelay(this::renew, millis, millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Builds a new generation and lets it answer once it has caught up.
     *
     * @throws RebuildRefused if the view is being built already, here or elsewhere
     */
    public RebuildRun start(View<?> view) {
        return start(view, false);
    }

    /** As {@link #start(View)}, but goes on with what an ended builder left complete. */
    public RebuildRun startOrContinue(View<?> view) {
        return start(view, true);
    }

    private synchronized RebuildRun start(View<?> view, boolean continued) {
        if (running(view.name()) || !lease.take(view.name())) {
            throw new RebuildRefused(view.name());
        }
        RebuildRun run = new RebuildRun(view, generations, offsets, log, lease, workers);
        runs.put(view.name(), run);
        threads.put(
                view.name(),
                Thread.ofPlatform().daemon().name("rebuild-" + view.name()).start(() -> run.run(continued)));
        return run;
    }

    /** The one that runs, or else the last that ran on this node. */
    public Optional<RebuildRun> latest(String view) {
        return Optional.ofNullable(runs.get(view));
    }

    public boolean running(String view) {
        RebuildRun run = runs.get(view);
        return run != null && !run.progress().ended();
    }

    private void renew() {
        runs.forEach((view, run) -> {
            try {
                if (running(view) && !lease.renew(view)) {
                    LOG.warn("{} is built by another node by now", view);
                    interrupt(view);
                }
            } catch (RuntimeException e) {
                LOG.warn("the lease of {} could not be renewed", view, e);
            }
        });
    }

    private void interrupt(String view) {
        Thread thread = threads.get(view);
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Ends what runs; it starts anew elsewhere or later. */
    @Override
    public void close() {
        renewing.cancel(true);
        heartbeat.shutdownNow();
        runs.keySet().stream().filter(this::running).forEach(this::interrupt);
    }
}

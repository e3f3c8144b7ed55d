package io.daybook.app.demo;

import io.daybook.app.imports.job.ImportJob;
import io.daybook.app.imports.job.ImportJobs;
import io.daybook.app.imports.job.Kind;
import io.daybook.projections.history.EventLog;
import java.time.Duration;
import java.util.UUID;

/** Fills an empty store with the demo catalogue; a store that holds anything else is left alone. */
public final class DemoLoader {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ImportJobs jobs;
    private final EventLog log;
    private final Kind kind;

    DemoLoader(ImportJobs jobs, EventLog log, Kind kind) {
        this.jobs = jobs;
        this.log = log;
        this.kind = kind;
    }

    /** What the store holds of the demo catalogue. */
    public enum Loaded {
        /** All of it, loaded by this call, or by an earlier one that was interrupted. */
        NOW,
        /** All of it, since before. */
        BEFORE,
        /** Nothing, because the store was not empty. */
        NOT
    }

    /**
     * Returns when the catalogue is loaded. The load is a job: if this process dies, the next one goes on.
     *
     * @throws IllegalStateException if the load failed
     */
    public Loaded loadIfEmpty() throws InterruptedException {
        if (jobs.lastOf(kind.name()).isEmpty() && log.head() > 0) {
            return Loaded.NOT;
        }
        jobs.submitOnce(UUID.randomUUID(), kind.name(), kind.currency());
        ImportJob job = jobs.lastOf(kind.name()).orElseThrow();
        if (job.state() == ImportJob.State.DONE) {
            return Loaded.BEFORE;
        }
        while (job.state() == ImportJob.State.RUNNING) {
            Thread.sleep(LOOK_AGAIN);
            job = jobs.find(job.id()).orElseThrow();
        }
        if (job.state() == ImportJob.State.FAILED) {
            throw new IllegalStateException("the demo catalogue could not be loaded: " + job.error());
        }
        return Loaded.NOW;
    }
}

package io.daybook.app.imports.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.dao.DataAccessException;

/**
 * One job, run under its lease from where it was left to its end. What is acknowledged is recorded a few times a second: the units
 * done, their tally and the length of the rejects file, together; a run that takes over cuts the rejects file to that length.
 */
final class JobRun {
    private static final long CHECKPOINT_NANOS = 300_000_000;
    private static final long BEAT_MILLIS = 3_000;

    private final ImportJob job;
    private final Kind kind;
    private final ImportJobs jobs;
    private final String owner;
    private final Path rejectsPath;
    private final Conveyor conveyor;
    private final AtomicBoolean leaseHeld = new AtomicBoolean(true);
    private Tally tally;
    private long unitsDone;
    private long recordedAt = System.nanoTime();

    JobRun(ImportJob job, Kind kind, ImportJobs jobs, String owner, Path rejectsPath, Conveyor conveyor) {
        this.job = job;
        this.kind = kind;
        this.jobs = jobs;
        this.owner = owner;
        this.rejectsPath = rejectsPath;
        this.conveyor = conveyor;
        this.tally = job.tally();
        this.unitsDone = job.unitsDone();
    }

    UUID id() {
        return job.id();
    }

    void stop() {
        conveyor.stop();
    }

    /** Ends when the job is done, was stopped, or lost its lease. */
    void run(Content content) throws IOException, InterruptedException {
        Thread pulse = Thread.ofVirtual().start(this::beat);
        var input = new Kind.Input(job.id(), job.hash(), job.currency(), job.location(), job.uploadedAt(), content);
        try (Source source = kind.open(input);
                RejectsFile rejects = RejectsFile.open(rejectsPath, job.rejectsBytes(), source.columns())) {
            Iterator<Unit> units = source.units();
            for (long i = 0; i < unitsDone && units.hasNext(); i++) {
                units.next();
            }
            record(source, rejects);
            boolean all = conveyor.run(units, outcome -> acknowledge(outcome, source, rejects));
            if (leaseHeld.get()) {
                record(source, rejects);
                if (all) {
                    jobs.finish(job.id(), owner, Summary.of(tally, source));
                } else {
                    jobs.release(job.id(), owner);
                }
            }
        } finally {
            pulse.interrupt();
            pulse.join();
        }
    }

    private void acknowledge(Outcome outcome, Source source, RejectsFile rejects) {
        tally = tally.plus(outcome);
        unitsDone++;
        outcome.rejects().forEach(rejects::write);
        if (System.nanoTime() - recordedAt > CHECKPOINT_NANOS) {
            record(source, rejects);
        }
    }

    private void record(Source source, RejectsFile rejects) {
        var checkpoint = new ImportJobs.Checkpoint(unitsDone, tally, source.lines(), rejects.flush());
        held(jobs.checkpoint(job.id(), owner, checkpoint));
        recordedAt = System.nanoTime();
    }

    private void beat() {
        while (leaseHeld.get()) {
            try {
                Thread.sleep(BEAT_MILLIS);
                held(jobs.beat(job.id(), owner));
            } catch (InterruptedException _) {
                return; // the run has ended
            } catch (DataAccessException _) {
                // out of reach for now; without a beat the lease ends by itself
            }
        }
    }

    private void held(boolean held) {
        if (!held) {
            leaseHeld.set(false);
            conveyor.stop();
        }
    }
}

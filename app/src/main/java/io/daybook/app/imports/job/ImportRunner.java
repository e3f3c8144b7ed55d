package io.daybook.app.imports.job;

import io.daybook.command.dispatch.Answers;
import io.daybook.command.dispatch.Commands;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Looks for jobs that nobody runs, new ones and those whose process has died, and runs those whose file is here. When it stops, it
 * gives its leases back.
 */
public final class ImportRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);
    private static final long LOOK_MILLIS = 500;
    private static final Content NOTHING = InputStream::nullInputStream;

    private final ImportJobs jobs;
    private final Map<String, Kind> kinds;
    private final Spool spool;
    private final Sender sender;
    private final int inFlight;
    private final boolean autoStartup;
    private final String owner = UUID.randomUUID().toString();
    private final Map<UUID, JobRun> runs = new ConcurrentHashMap<>();
    private final Map<UUID, Thread> threads = new ConcurrentHashMap<>();
    private volatile @Nullable Thread looking;

    /**
     * @param inFlight units of one job that are sent at the same time
     * @param autoStartup whether this node is one that sends commands
     */
    public ImportRunner(
            ImportJobs jobs,
            List<Kind> kinds,
            Spool spool,
            Commands commands,
            Answers answers,
            int inFlight,
            boolean autoStartup) {
        this.jobs = jobs;
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(Kind::name, Function.identity()));
        this.spool = spool;
        this.sender = new Sender(commands, answers, Patience.USUAL);
        this.inFlight = inFlight;
        this.autoStartup = autoStartup;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("imports").unstarted(this::look);
        // known before it runs: the first thing it looks at is whether it is still wanted
        looking = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread thread = looking;
        looking = null;
        if (thread == null) {
            return;
        }
        thread.interrupt();
        try {
            thread.join();
            runs.values().forEach(JobRun::stop);
            for (Thread run : threads.values()) {
                run.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    private void look() {
        while (looking != null) {
            try {
                jobs.abandoned().stream().filter(this::isFeasible).forEach(this::take);
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException _) {
                return;
            } catch (DataAccessException e) {
                log.warn("Imports cannot be looked for: {}", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_MILLIS * 4);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isFeasible(ImportJob job) {
        return kinds.containsKey(job.kind())
                && !runs.containsKey(job.id())
                && (job.spool() == null || Files.exists(spool.file(job.spool())));
    }

    /** What was recorded is read again under the lease: its last holder may have recorded more since. */
    private void take(ImportJob seen) {
        if (jobs.lease(seen.id(), owner)) {
            jobs.find(seen.id())
                    .ifPresent(job -> threads.put(
                            job.id(),
                            Thread.ofVirtual().name("import-" + job.id()).start(() -> run(job))));
        }
    }

    private void run(ImportJob job) {
        Kind kind = kinds.get(job.kind());
        try {
            if (kind != null) {
                var run = new JobRun(job, kind, jobs, owner, spool.rejects(job.id()), new Conveyor(sender, inFlight));
                runs.put(job.id(), run);
                log.info("Import {} of {} runs from unit {}", job.id(), job.kind(), job.unitsDone());
                run.run(job.spool() == null ? NOTHING : Content.of(spool.file(job.spool())));
                tidy(job);
            }
        } catch (DataAccessException e) {
            log.warn("Import {} goes on once the database is back: {}", job.id(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            log.warn("Import {} failed", job.id(), e);
            jobs.fail(job.id(), owner, e instanceof UnusableFile ? String.valueOf(e.getMessage()) : e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            runs.remove(job.id());
            threads.remove(job.id());
        }
    }

    private void tidy(ImportJob job) throws IOException {
        boolean done = jobs.find(job.id())
                .filter(now -> now.state() == ImportJob.State.DONE)
                .isPresent();
        if (done) {
            log.info("Import {} of {} is done", job.id(), job.kind());
            if (job.spool() != null) {
                spool.delete(job.spool());
            }
        }
    }
}

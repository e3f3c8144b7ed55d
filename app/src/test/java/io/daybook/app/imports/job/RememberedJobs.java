package io.daybook.app.imports.job;

import io.daybook.domain.kernel.LocationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Jobs in memory, and a lease that the test takes away as a silent holder's would be. */
final class RememberedJobs implements ImportJobs {
    private final Map<UUID, ImportJob> jobs = new LinkedHashMap<>();
    private final Map<UUID, String> owners = new LinkedHashMap<>();

    @Override
    public synchronized UUID submit(UUID id, String kind, String currency, LocationId location, Spool.Spooled file) {
        Optional<ImportJob> unfinished = jobs.values().stream()
                .filter(job -> job.hash().equals(file.hash()) && job.state() != ImportJob.State.DONE)
                .findFirst();
        if (unfinished.isPresent()) {
            put(unfinished.get(), ImportJob.State.RUNNING, null, null);
            return unfinished.get().id();
        }
        jobs.put(
                id,
                new ImportJob(
                        id,
                        kind,
                        currency,
                        location,
                        file.hash(),
                        file.name(),
                        ImportJob.State.RUNNING,
                        Instant.EPOCH,
                        0,
                        Tally.ZERO,
                        null,
                        0,
                        null,
                        null));
        return id;
    }

    @Override
    public void submitOnce(UUID id, String kind, String currency) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized Optional<ImportJob> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public Optional<ImportJob> lastOf(String kind) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ImportJob> latest(int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized List<ImportJob> abandoned() {
        List<ImportJob> abandoned = new ArrayList<>(jobs.values());
        abandoned.removeIf(job -> owners.containsKey(job.id()) || job.state() != ImportJob.State.RUNNING);
        return abandoned;
    }

    @Override
    public synchronized boolean lease(UUID id, String owner) {
        return owners.putIfAbsent(id, owner) == null;
    }

    @Override
    public synchronized boolean beat(UUID id, String owner) {
        return owner.equals(owners.get(id));
    }

    @Override
    public synchronized boolean checkpoint(UUID id, String owner, Checkpoint at) {
        ImportJob job = jobs.get(id);
        if (job == null || !beat(id, owner)) {
            return false;
        }
        jobs.put(
                id,
                new ImportJob(
                        id,
                        job.kind(),
                        job.currency(),
                        job.location(),
                        job.hash(),
                        job.spool(),
                        job.state(),
                        job.uploadedAt(),
                        at.unitsDone(),
                        at.tally(),
                        at.linesTotal(),
                        at.rejectsBytes(),
                        null,
                        null));
        return true;
    }

    @Override
    public synchronized void finish(UUID id, String owner, Map<String, Object> summary) {
        end(id, owner, ImportJob.State.DONE, summary, null);
    }

    @Override
    public synchronized void fail(UUID id, String owner, String error) {
        end(id, owner, ImportJob.State.FAILED, null, error);
    }

    @Override
    public synchronized void release(UUID id, String owner) {
        owners.remove(id, owner);
    }

    /** As after {@link #SILENCE_SECONDS} without a beat. */
    synchronized void takeLeaseAway(UUID id) {
        owners.remove(id);
    }

    private void end(
            UUID id,
            String owner,
            ImportJob.State state,
            @Nullable Map<String, Object> summary,
            @Nullable String error) {
        ImportJob job = jobs.get(id);
        if (job != null && owners.remove(id, owner)) {
            put(job, state, summary, error);
        }
    }

    private void put(
            ImportJob job, ImportJob.State state, @Nullable Map<String, Object> summary, @Nullable String error) {
        jobs.put(
                job.id(),
                new ImportJob(
                        job.id(),
                        job.kind(),
                        job.currency(),
                        job.location(),
                        job.hash(),
                        job.spool(),
                        state,
                        job.uploadedAt(),
                        job.unitsDone(),
                        job.tally(),
                        job.linesTotal(),
                        job.rejectsBytes(),
                        summary,
                        error));
    }
}

package io.daybook.app.imports.job;

import io.daybook.domain.kernel.LocationId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where jobs are recorded. A job is run by whoever holds its lease; a lease whose holder has been silent for {@link #SILENCE_SECONDS}
 * can be taken by another. Everything a holder records is recorded only while the lease is theirs.
 */
public interface ImportJobs {
    int SILENCE_SECONDS = 15;

    /** Where goods lay unless the upload says otherwise. */
    LocationId WAREHOUSE = new LocationId("warehouse");

    /** Records a new job, or sets an unfinished one of the same kind, terms and content going again; answers its id. */
    UUID submit(UUID id, String kind, String currency, LocationId location, Spool.Spooled file);

    /** Records the job of a kind that needs no file, unless there was one before. */
    void submitOnce(UUID id, String kind, String currency);

    Optional<ImportJob> find(UUID id);

    Optional<ImportJob> lastOf(String kind);

    /** Newest first. */
    List<ImportJob> latest(int limit);

    /** Jobs that run under nobody's lease. */
    List<ImportJob> abandoned();

    /** @return false if another came first */
    boolean lease(UUID id, String owner);

    /** @return false if the lease is lost */
    boolean beat(UUID id, String owner);

    /** @return false if the lease is lost */
    boolean checkpoint(UUID id, String owner, Checkpoint checkpoint);

    void finish(UUID id, String owner, Map<String, Object> summary);

    void fail(UUID id, String owner, String error);

    /** Gives the lease back, so that the job goes on elsewhere at once. */
    void release(UUID id, String owner);

    /**
     * @param rejectsBytes length of the rejects file, on disk
     */
    record Checkpoint(long unitsDone, Tally tally, long linesTotal, long rejectsBytes) {}
}

package io.daybook.app.imports.job;

import io.daybook.domain.kernel.LocationId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is recorded.
 *
 * @param hash of the unpacked content, hexadecimal
 * @param spool the file's name below the data folder; null for what is generated
 * @param unitsDone how many units are acknowledged without a gap
 * @param linesTotal null until the file was read once
 * @param rejectsBytes length of the rejects file when the tally was recorded
 * @param summary only of a job that is done
 */
public record ImportJob(
        UUID id,
        String kind,
        String currency,
        LocationId location,
        String hash,
        @Nullable String spool,
        State state,
        Instant uploadedAt,
        long unitsDone,
        Tally tally,
        @Nullable Long linesTotal,
        long rejectsBytes,
        @Nullable Map<String, Object> summary,
        @Nullable String error) {

    /** What becomes of a job. A failed one goes on when the same file is uploaded again. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}

package io.daybook.app.imports;

import io.daybook.app.imports.job.ImportJob;
import io.daybook.app.imports.job.Spool;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import got.
 *
 * @param linesTotal absent until the file was read once
 * @param acknowledged lines that stand in events
 * @param rejectsFile on the server, absent while nothing was rejected
 * @param summary once it is done
 */
record ImportReport(
        UUID id,
        String kind,
        String state,
        @Nullable Long linesTotal,
        long linesDone,
        long acknowledged,
        long rejected,
        @Nullable String rejectsFile,
        @Nullable Map<String, Object> summary,
        @Nullable String error) {

    static ImportReport of(ImportJob job, Spool spool) throws IOException {
        return new ImportReport(
                job.id(),
                job.kind(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.linesTotal(),
                job.tally().lines(),
                job.tally().acknowledged(),
                job.tally().rejected(),
                job.tally().rejected() == 0 ? null : spool.rejects(job.id()).toString(),
                job.summary(),
                job.error());
    }
}

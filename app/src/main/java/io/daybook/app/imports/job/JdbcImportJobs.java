package io.daybook.app.imports.job;

import io.daybook.domain.kernel.LocationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Jobs in PostgreSQL; each change is one statement, and its condition is the lease. */
public final class JdbcImportJobs implements ImportJobs {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};
    private static final String FREE =
            "(lease_owner IS NULL OR heartbeat < now() - make_interval(secs => " + SILENCE_SECONDS + "))";
    private static final String ZERO = JSON.writeValueAsString(Tally.ZERO);

    private final JdbcClient jdbc;

    public JdbcImportJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UUID submit(UUID id, String kind, String currency, LocationId location, Spool.Spooled file) {
        return jdbc.sql("""
                        INSERT INTO import_job (id, kind, currency, location, file_hash, spool, state, tally)
                        VALUES (:id, :kind, :currency, :location, :hash, :spool, 'running', :zero)
                        ON CONFLICT (kind, currency, location, file_hash) WHERE state <> 'done'
                        DO UPDATE SET state = 'running', error = NULL RETURNING id""")
                .param("id", id)
                .param("kind", kind)
                .param("currency", currency)
                .param("location", location.value())
                .param("hash", file.hash())
                .param("spool", file.name())
                .param("zero", ZERO)
                .query(UUID.class)
                .single();
    }

    @Override
    public void submitOnce(UUID id, String kind, String currency) {
        jdbc.sql("""
                        INSERT INTO import_job (id, kind, currency, location, file_hash, state, tally)
                        SELECT :id, :kind, :currency, :location, :kind, 'running', :zero
                        WHERE NOT EXISTS (SELECT 1 FROM import_job WHERE kind = :kind)
                        ON CONFLICT DO NOTHING""")
                .param("id", id)
                .param("kind", kind)
                .param("currency", currency)
                .param("location", WAREHOUSE.value())
                .param("zero", ZERO)
                .update();
    }

    @Override
    public Optional<ImportJob> find(UUID id) {
        return jdbc.sql("SELECT * FROM import_job WHERE id = :id")
                .param("id", id)
                .query(JdbcImportJobs::job)
                .optional();
    }

    @Override
    public Optional<ImportJob> lastOf(String kind) {
        return jdbc.sql("SELECT * FROM import_job WHERE kind = :kind ORDER BY uploaded_at DESC LIMIT 1")
                .param("kind", kind)
                .query(JdbcImportJobs::job)
                .optional();
    }

    @Override
    public List<ImportJob> latest(int limit) {
        return jdbc.sql("SELECT * FROM import_job ORDER BY uploaded_at DESC LIMIT :limit")
                .param("limit", limit)
                .query(JdbcImportJobs::job)
                .list();
    }

    @Override
    public List<ImportJob> abandoned() {
        return jdbc.sql("SELECT * FROM import_job WHERE state = 'running' AND " + FREE + " ORDER BY uploaded_at")
                .query(JdbcImportJobs::job)
                .list();
    }

    @Override
    public boolean lease(UUID id, String owner) {
        return jdbc.sql("UPDATE import_job SET lease_owner = :owner, heartbeat = now()"
                                + " WHERE id = :id AND state = 'running' AND " + FREE)
                        .param("owner", owner)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public boolean beat(UUID id, String owner) {
        return jdbc.sql("UPDATE import_job SET heartbeat = now() WHERE id = :id AND lease_owner = :owner")
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    @Override
    public boolean checkpoint(UUID id, String owner, Checkpoint at) {
        return jdbc.sql("""
                        UPDATE import_job SET units_done = :units, tally = :tally, lines_total = :lines,
                            rejects_bytes = :bytes, heartbeat = now()
                        WHERE id = :id AND lease_owner = :owner""")
                        .param("units", at.unitsDone())
                        .param("tally", JSON.writeValueAsString(at.tally()))
                        .param("lines", at.linesTotal())
                        .param("bytes", at.rejectsBytes())
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    @Override
    public void finish(UUID id, String owner, Map<String, Object> summary) {
        jdbc.sql("""
                        UPDATE import_job SET state = 'done', summary = :summary, lease_owner = NULL, finished_at = now()
                        WHERE id = :id AND lease_owner = :owner""")
                .param("summary", JSON.writeValueAsString(summary))
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    @Override
    public void fail(UUID id, String owner, String error) {
        jdbc.sql("""
                        UPDATE import_job SET state = 'failed', error = :error, lease_owner = NULL, finished_at = now()
                        WHERE id = :id AND lease_owner = :owner""")
                .param("error", error)
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    @Override
    public void release(UUID id, String owner) {
        jdbc.sql("UPDATE import_job SET lease_owner = NULL WHERE id = :id AND lease_owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    private static ImportJob job(ResultSet row, int number) throws SQLException {
        String summary = row.getString("summary");
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("currency"),
                new LocationId(row.getString("location")),
                row.getString("file_hash"),
                row.getString("spool"),
                ImportJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                row.getLong("units_done"),
                JSON.readValue(row.getString("tally"), Tally.class),
                total(row),
                row.getLong("rejects_bytes"),
                summary == null ? null : JSON.readValue(summary, MAP),
                row.getString("error"));
    }

    private static @Nullable Long total(ResultSet row) throws SQLException {
        long total = row.getLong("lines_total");
        return row.wasNull() ? null : total;
    }
}

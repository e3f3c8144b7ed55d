package io.daybook.app.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.imports.job.ImportJob.State;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JdbcImportJobsTest {
    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final Tally TALLY = new Tally(
            10,
            9,
            1,
            Map.of("ListProduct", 8L),
            Map.of(),
            Map.of("columns", 1L),
            new BigDecimal("12.50"),
            BigDecimal.ONE);

    private static DriverManagerDataSource database = new DriverManagerDataSource();

    private final JdbcClient jdbc = JdbcClient.create(database);
    private final ImportJobs jobs = new JdbcImportJobs(jdbc);

    @BeforeAll
    static void migrate() {
        Addresses at = DevServers.shared().withDatabase(Isolation.next());
        database = new DriverManagerDataSource(at.jdbcUrl(), at.jdbcUser(), at.jdbcPassword());
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V200__imports.sql")).execute(database);
    }

    @BeforeEach
    void clear() {
        jdbc.sql("DELETE FROM import_job").update();
    }

    @Test
    void what_its_holder_records_is_read_back() {
        submit(FIRST);
        jobs.lease(FIRST, "one");
        boolean recorded = jobs.checkpoint(FIRST, "one", new ImportJobs.Checkpoint(7, TALLY, 20, 512));

        ImportJob job = jobs.find(FIRST).orElseThrow();
        assertThat(recorded).isTrue();
        assertThat(job)
                .isEqualTo(new ImportJob(
                        FIRST,
                        "orders",
                        "GBP",
                        ImportJobs.WAREHOUSE,
                        "hash",
                        FIRST + ".upload",
                        State.RUNNING,
                        job.uploadedAt(),
                        7,
                        TALLY,
                        20L,
                        512,
                        null,
                        null));
    }

    @Test
    void the_same_file_joins_the_unfinished_job_and_starts_a_new_one_after_it() {
        assertThat(submit(FIRST)).isEqualTo(FIRST);
        assertThat(submit(SECOND)).isEqualTo(FIRST);

        jobs.lease(FIRST, "one");
        jobs.finish(FIRST, "one", Map.of("lines", 3));

        assertThat(submit(SECOND)).isEqualTo(SECOND);
        assertThat(jobs.find(FIRST).orElseThrow().summary()).isEqualTo(Map.of("lines", 3));
        assertThat(jobs.latest(5)).extracting(ImportJob::id).containsExactlyInAnyOrder(FIRST, SECOND);
    }

    @Test
    void a_failed_job_goes_on_when_its_file_comes_again() {
        submit(FIRST);
        jobs.lease(FIRST, "one");
        jobs.checkpoint(FIRST, "one", new ImportJobs.Checkpoint(7, TALLY, 20, 512));
        jobs.fail(FIRST, "one", "disk full");
        State failed = jobs.find(FIRST).orElseThrow().state();
        submit(SECOND);

        assertThat(failed).isEqualTo(State.FAILED);
        assertThat(jobs.abandoned()).singleElement().satisfies(job -> {
            assertThat(job.id()).isEqualTo(FIRST);
            assertThat(job.unitsDone()).isEqualTo(7);
            assertThat(job.error()).isNull();
        });
    }

    @Test
    void a_lease_is_one_holders_until_it_is_silent_for_too_long() {
        submit(FIRST);
        assertThat(jobs.lease(FIRST, "one")).isTrue();
        assertThat(jobs.lease(FIRST, "two")).isFalse();
        assertThat(jobs.abandoned()).isEmpty();

        jdbc.sql("UPDATE import_job SET heartbeat = heartbeat - make_interval(secs => " + ImportJobs.SILENCE_SECONDS
                        + ")")
                .update();

        assertThat(jobs.abandoned()).hasSize(1);
        assertThat(jobs.lease(FIRST, "two")).isTrue();
        assertThat(jobs.beat(FIRST, "one")).isFalse();
        assertThat(jobs.checkpoint(FIRST, "one", new ImportJobs.Checkpoint(7, TALLY, 20, 512)))
                .isFalse();
        assertThat(jobs.find(FIRST).orElseThrow().unitsDone()).isZero();
    }

    @Test
    void a_lease_that_is_given_back_is_free_at_once() {
        submit(FIRST);
        jobs.lease(FIRST, "one");
        jobs.release(FIRST, "one");

        assertThat(jobs.lease(FIRST, "two")).isTrue();
    }

    @Test
    void what_is_generated_is_submitted_once_for_all_time() {
        jobs.submitOnce(FIRST, "demo", "EUR");
        jobs.submitOnce(SECOND, "demo", "EUR");

        assertThat(jobs.latest(5)).extracting(ImportJob::id).containsExactly(FIRST);
        assertThat(jobs.lastOf("demo")).map(ImportJob::spool).isEmpty();
    }

    private UUID submit(UUID id) {
        return jobs.submit(id, "orders", "GBP", ImportJobs.WAREHOUSE, new Spool.Spooled(id + ".upload", "hash"));
    }
}

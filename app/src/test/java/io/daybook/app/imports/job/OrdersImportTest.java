package io.daybook.app.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.app.imports.Fixture;
import io.daybook.app.imports.orders.OrdersKind;
import io.daybook.domain.kernel.DomainEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrdersImportTest {
    private static final Patience NONE = new Patience(1, Duration.ZERO, Duration.ZERO);

    @TempDir
    private Path folder;

    private final Book book = new Book();
    private final RememberedJobs jobs = new RememberedJobs();

    @Test
    void a_dirty_file_is_accounted_for_to_the_line_and_the_penny() throws Exception {
        UUID job = submitted("first");
        run(job, "one");

        assertThat(summary(job)).isEqualTo(expected(false));
    }

    @Test
    void no_shelf_ends_below_zero_or_with_more_than_what_came_back() throws Exception {
        run(submitted("first"), "one");

        assertThat(List.of(book.onHand("T100A"), book.onHand("T200"), book.onHand("T300"), book.onHand("T400")))
                .containsExactly(0, 0, 0, 10);
    }

    @Test
    void the_same_file_again_changes_nothing_and_the_summary_says_so() throws Exception {
        run(submitted("first"), "one");
        List<DomainEvent> once = List.copyOf(book.events);
        UUID again = submitted("second");
        run(again, "one");

        assertThat(book.events).isEqualTo(once);
        assertThat(summary(again)).isEqualTo(expected(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 8, 9, 12, 15})
    void a_job_that_was_killed_goes_on_under_another_owner_and_ends_the_same(int commands) throws Exception {
        book.powerFailsAfter(commands);
        UUID job = submitted("first");
        assertThatThrownBy(() -> run(job, "one")).hasMessage("no power");
        jobs.takeLeaseAway(job);
        book.powerFailsAfter(Integer.MAX_VALUE);
        run(job, "two");

        Book undisturbed = new Book();
        run(submitted("other"), "one", undisturbed);
        assertThat(book.events).containsExactlyInAnyOrderElementsOf(undisturbed.events);
        assertThat(Files.readAllLines(rejects(job))).hasSize(15);
        assertThat(summary(job)).containsEntry("lines", 27L).containsEntry("reconciled", true);
    }

    @Test
    void who_lost_the_lease_records_nothing_more() throws Exception {
        UUID job = submitted("first");
        jobs.lease(job, "another");
        run(job, "one");

        assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(ImportJob.State.RUNNING);
        assertThat(jobs.find(job).orElseThrow().unitsDone()).isZero();
    }

    @Test
    void the_rejects_name_line_and_reason_and_repeat_the_line() throws Exception {
        UUID job = submitted("first");
        run(job, "one");

        assertThat(Files.readAllLines(rejects(job)))
                .startsWith(
                        "line,reason,detail,InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country",
                        "10,credit-without-goods,\"Money went back, but no goods.\",C700004,POST,POSTAGE,-1,"
                                + "2015-07-01 11:00:00,3.00,15001.0,United Kingdom")
                .hasSize(15);
    }

    private UUID submitted(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return jobs.submit(id, "orders", "GBP", ImportJobs.WAREHOUSE, new Spool.Spooled("spool", "hash"));
    }

    private void run(UUID id, String owner) throws IOException, InterruptedException {
        run(id, owner, book);
    }

    private void run(UUID id, String owner, Book book) throws IOException, InterruptedException {
        jobs.lease(id, owner);
        ImportJob job = jobs.find(id).orElseThrow();
        var conveyor = new Conveyor(new Sender(book, book, NONE), 4);
        byte[] bytes = Fixture.bytes("orders.csv");
        new JobRun(job, new OrdersKind("GBP"), jobs, owner, rejects(id), conveyor)
                .run(() -> new ByteArrayInputStream(bytes));
    }

    private Path rejects(UUID job) {
        return folder.resolve(job + ".csv");
    }

    private Map<String, Object> summary(UUID job) {
        Map<String, Object> summary = jobs.find(job).orElseThrow().summary();
        return summary == null ? Map.of() : summary;
    }

    private static Map<String, Object> expected(boolean again) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("lines", 27L);
        summary.put("linesInEvents", 13L);
        summary.put("linesRejected", 14L);
        for (String reason : List.of(
                "columns",
                "credit-quantity",
                "date",
                "negative-price",
                "negative-sale",
                "no-goods",
                "not-goods",
                "price-precision",
                "quantity",
                "quantity-zero",
                "stock-code",
                "unknown-document")) {
            summary.put("rejected." + reason, 1L);
        }
        summary.put("rejected.credit-without-goods", 2L);
        String outcome = again ? "unchanged." : "changed.";
        summary.put(outcome + "AdjustStock", 3L);
        summary.put(outcome + "CountStock", 1L);
        summary.put(outcome + "ListProduct", 3L);
        summary.put(outcome + "ReceiveStock", 3L);
        summary.put(outcome + "RecordPastOrder", 5L);
        summary.put(outcome + "RecordPastReturn", 1L);
        summary.put("nothingNew", again);
        summary.put("valueOfFile", "-69.579");
        summary.put("valueInEvents", "32.00");
        summary.put("valueRejected", "-101.579");
        summary.put("reconciled", true);
        return summary;
    }
}

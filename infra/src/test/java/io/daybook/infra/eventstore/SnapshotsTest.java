package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.dispatch.SnapshotForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** States that are kept beside the events. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SnapshotsTest {
    /** Stands for an aggregate's shell. */
    private static final class Shell {
        private final String says;

        Shell(String says) {
            this.says = says;
        }
    }

    private record Form(String says, int length) {}

    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    private Snapshots snapshots(int revision) {
        return new Snapshots(
                log.connections,
                log.codec,
                List.of(new SnapshotForm<>(
                        "test.Shell",
                        revision,
                        Shell.class,
                        Form.class,
                        shell -> new Form(shell.says, shell.says.length()),
                        form -> new Shell(form.says()))));
    }

    private static DomainEventMessage<?> snapshot(long sequence, String says) {
        return new GenericDomainEventMessage<>("Product", "A", sequence, new Shell(says));
    }

    private static Optional<String> said(Snapshots snapshots) {
        return snapshots.of("A").map(kept -> kept.getSequenceNumber() + " " + ((Shell) kept.getPayload()).says);
    }

    @Test
    void the_newest_is_kept_whichever_comes_last() {
        log.store.publish(facts("A", 10));
        Snapshots snapshots = snapshots(1);
        assertThat(said(snapshots)).isEmpty();

        snapshots.store(snapshot(4, "early"));
        snapshots.store(snapshot(8, "late"));
        snapshots.store(snapshot(5, "held up"));

        assertThat(said(snapshots)).contains("8 late");
    }

    @Test
    void one_of_another_revision_is_passed_over_and_replaced() {
        log.store.publish(facts("A", 10));
        snapshots(2).store(snapshot(8, "of the next release"));

        assertThat(said(snapshots(1))).isEmpty();
        snapshots(1).store(snapshot(4, "of this release"));
        assertThat(said(snapshots(1))).contains("4 of this release");
        assertThat(said(snapshots(2))).isEmpty();
    }

    @Test
    void one_that_cannot_be_read_is_passed_over() {
        log.store.publish(facts("A", 10));
        Snapshots snapshots = snapshots(1);
        snapshots.store(snapshot(8, "fine"));
        log.sql().sql("update snapshot set payload = 'no json'::bytea").update();

        assertThat(said(snapshots)).isEmpty();
    }

    @Test
    void events_after_a_snapshot_are_looked_for_in_the_partitions_after_it_only() {
        // three partitions, of which the snapshot covers the first two
        log.store.publish(facts("A", (int) (2.5 * TestLog.PARTITION)));
        snapshots(1).store(snapshot(2 * TestLog.PARTITION + 10, "covers two partitions"));

        String plan = log
                .sql()
                .sql("explain (analyze, costs off, timing off, summary off) " + LogReader.STREAM)
                .params("A", 2 * TestLog.PARTITION + 11, Long.MAX_VALUE, "A", "A", 2 * TestLog.PARTITION + 11, "A")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));

        assertThat(plan).contains("event_log_000000002000");
        assertThat(plan.lines().filter(line -> line.contains("on event_log_0")))
                .filteredOn(line -> !line.contains("never executed"))
                .singleElement()
                .asString()
                .contains("event_log_000000002000");
    }
}

package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.devservers.DevServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer is held up while many others go on, and neither a reader that keeps up nor one that comes late misses an event. Axon's
 * JDBC engine runs the same as a control. Longer than most classes: the ways to be held up, one after the other, on the same course.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(600)
class ZeroSkippedTest {
    private static final Logger LOG = LoggerFactory.getLogger(ZeroSkippedTest.class);
    private static final boolean FULL = EventStoreSubject.ROUNDS >= 100;
    private static final int LATER = FULL ? 15_000 : 1_500;
    private static final Duration HELD = Duration.ofSeconds(FULL ? 90 : 3);
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(3);

    private final RandomWriters writers = new RandomWriters(16, LATER / 16);

    @Test
    void a_process_that_is_stopped_wherever_it_is_costs_no_reader_an_event_and_delays_nobody() throws Exception {
        try (TestLog log = new TestLog();
                TestLog elsewhere = log.other();
                AppendingProcess process = new AppendingProcess(log.url(), DevServers.shared(), "stopped")) {
            process.awaitMore(20);
            List<Seen> all = course(log, elsewhere, process, process::stop, process::goOn);

            assertThat(all).hasSizeGreaterThan(LATER);
            LOG.info("stopped anywhere: {} events, the longest append took {}", all.size(), writers.longest());
        }
    }

    @Test
    void a_process_that_is_stopped_between_its_append_and_the_commit_delays_others_by_the_bound_at_most()
            throws Exception {
        try (TestLog log = new TestLog();
                TestLog elsewhere = log.other();
                Wire wire = new Wire(log.url(), "stopped");
                AppendingProcess process = new AppendingProcess(wire.url(), DevServers.shared(), "stopped")) {
            process.awaitMore(20);
            course(
                    log,
                    elsewhere,
                    process,
                    () -> {
                        wire.hold();
                        process.stop();
                    },
                    () -> {
                        wire.release();
                        process.goOn();
                    });

            LOG.info("stopped before its commit: the longest append took {}", writers.longest());
            assertThat(writers.longest())
                    .as("it did hold the others up")
                    .isGreaterThan(Duration.ofSeconds(1))
                    .isLessThan(LogConnections.LONGEST_APPEND.plus(BUSY_MACHINE));
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private List<Seen> course(TestLog log, TestLog elsewhere, AppendingProcess process, Step stop, Step goOn)
            throws Exception {
        try (LiveReader live = new LiveReader(elsewhere.store)) {
            stop.run();
            long stopped = System.nanoTime();
            writers.run(log.store, elsewhere.store);
            assertThat(writers.acknowledged()).hasSizeGreaterThanOrEqualTo(LATER);
            Until.since(stopped, HELD);
            try (LiveReader late = new LiveReader(log.store)) {
                Until.eventually("the late reader catches up", () -> late.soFar() >= LATER);
                goOn.run();
                process.awaitMore(20);
                process.end();
                List<String> expected = new ArrayList<>(writers.acknowledged());
                expected.addAll(process.acknowledged());

                assertWhole(live, expected);
                return assertWhole(late, expected);
            }
        }
    }

    /** Nothing skipped, nothing doubled, one order without holes. */
    private List<Seen> assertWhole(LiveReader reader, List<String> expected) throws Exception {
        List<Seen> seen = reader.seenAfter(expected.size());
        assertThat(seen.stream().map(Seen::said)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(seen.stream().map(Seen::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, expected.size()).boxed().toList());
        writers.assertEachAggregateInOrder(seen);
        return seen;
    }

    @Test
    void a_caller_that_holds_its_transaction_open_costs_no_reader_an_event() throws Exception {
        try (TestLog log = new TestLog();
                TestLog elsewhere = log.other()) {
            Losses losses = whileHeld(log.store, elsewhere.store, log.transactions());

            LOG.info("ours, one transaction open for {} s: {}", HELD.toSeconds(), losses);
            assertThat(losses).isEqualTo(new Losses(List.of(), List.of()));
            assertThat(writers.longest()).isLessThan(BUSY_MACHINE);
        }
    }

    /** In a quick run the stock engine's two limits shrink with the counts: 60 s and 10,000 positions. */
    @Test
    void the_stock_engine_loses_the_event_of_a_transaction_that_was_open_for_long() throws Exception {
        try (StockEventStore stock = new StockEventStore(
                        defaults -> FULL ? defaults : defaults.gapTimeout(1_000).maxGapOffset(1_000));
                StockEventStore elsewhere = stock.other()) {
            Losses losses = whileHeld(stock.store, elsewhere.store, stock.transactions());

            LOG.info("stock, one transaction open for {} s: {}", HELD.toSeconds(), losses);
            assertThat(losses.live()).isSubsetOf(List.of("held 0 held"));
            assertThat(losses.late()).isSubsetOf(List.of("held 0 held"));
            assertThat(losses)
                    .as("the control lost nothing, so this course does not show what it should")
                    .isNotEqualTo(new Losses(List.of(), List.of()));
        }
    }

    /** What readers never saw of what was written. */
    private record Losses(List<String> live, List<String> late) {}

    private Losses whileHeld(EventStore store, EventStore other, TransactionManager transactions) throws Exception {
        // readers that start at the tail start before this one: the stock engine's tail lies behind an open first
        // transaction
        store.publish(List.of(fact("first", 0, "first")));
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread holder = Thread.ofPlatform().start(() -> {
            Transaction transaction = transactions.startTransaction();
            try {
                store.publish(List.of(fact("held", 0, "held")));
                appended.countDown();
                mayCommit.await();
                transaction.commit();
            } catch (Exception e) {
                failure.set(e);
            }
        });
        try (LiveReader live = new LiveReader(other)) {
            appended.await();
            long start = System.nanoTime();
            writers.run(store, other);
            assertThat(writers.acknowledged()).hasSizeGreaterThanOrEqualTo(LATER);
            Until.since(start, HELD);
            try (LiveReader late = new LiveReader(store)) {
                Until.eventually(
                        "both readers catch up",
                        () -> Math.min(live.soFar(), late.soFar())
                                >= writers.acknowledged().size());
                mayCommit.countDown();
                holder.join();
                assertThat(failure).hasNullValue();
                List<String> expected = new ArrayList<>(writers.acknowledged());
                expected.add("first 0 first");
                expected.add("held 0 held");
                return new Losses(missing(live, expected), missing(late, expected));
            }
        }
    }

    private static List<String> missing(LiveReader reader, List<String> expected) throws Exception {
        List<String> seen = reader
                .seenAfter(expected.size(), Duration.ofSeconds(5).toNanos())
                .stream()
                .map(Seen::said)
                .toList();
        assertThat(seen).doesNotHaveDuplicates();
        List<String> missing = new ArrayList<>(expected);
        missing.removeAll(new HashSet<>(seen));
        return missing;
    }
}

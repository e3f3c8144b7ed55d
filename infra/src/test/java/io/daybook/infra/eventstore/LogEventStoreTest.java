package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.AtOnce.atOnce;
import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our engine keeps every promise, and a few of its own. */
class LogEventStoreTest implements EventStoreConformance {
    private final TestLog log = new TestLog();
    private final TestLog elsewhere = log.other();

    private final TestLog anotherRelease = log.ofAnotherRelease();

    @AfterEach
    void close() {
        anotherRelease.close();
        elsewhere.close();
        log.close();
    }

    @Override
    public EventStore store() {
        return log.store;
    }

    @Override
    public EventStore other() {
        return elsewhere.store;
    }

    @Override
    public EventStore ofAnotherRelease() {
        return anotherRelease.store;
    }

    @Test
    void a_reader_stops_at_a_hole_instead_of_passing_it_by() throws Exception {
        log.store.publish(facts("A", 5));
        log.sql().sql("delete from event_log where position = 3").update();

        try (BlockingStream<TrackedEventMessage<?>> stream = log.store.openStream(log.store.createTailToken())) {
            assertThatThrownBy(() -> stream.hasNextAvailable(10, TimeUnit.SECONDS))
                    .isInstanceOf(LogHole.class)
                    .hasMessage("the log has no event at position 3, the next one is at 4");
        }
    }

    /** Axon's coordinator can take a stream for empty that is not; it would sleep for 5 s. */
    @Test
    void a_reader_who_leaves_events_lying_is_called_again_until_it_takes_them() throws Exception {
        log.store.publish(facts("A", 3_001));

        try (BlockingStream<TrackedEventMessage<?>> stream = log.store.openStream(log.store.createTailToken())) {
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertCalledAgain(stream);
            for (int i = 0; i < 3_000; i++) {
                stream.nextAvailable();
            }
            assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
            assertCalledAgain(stream);
        }
    }

    private static void assertCalledAgain(BlockingStream<?> stream) throws InterruptedException {
        CountDownLatch calls = new CountDownLatch(10);
        stream.setOnAvailableCallback(calls::countDown);
        assertThat(calls.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_failed_append_draws_no_position() {
        log.store.publish(facts("A", 2));
        assertThatThrownBy(() -> log.store.publish(List.of(fact("A", 1)))).isNotNull();
        log.store.publish(List.of(fact("A", 2)));

        assertThat(log.reader.page(0, Long.MAX_VALUE, 10).stream().map(RecordedRow::position))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_append_whose_connection_is_cut_is_looked_up_and_never_guessed() throws Exception {
        AtomicInteger running = new AtomicInteger(4);
        atOnce(5, number -> {
            if (number == 4) {
                while (running.get() > 0) {
                    elsewhere.cutConnections();
                    LockSupport.parkNanos(100_000_000);
                }
                return;
            }
            try {
                for (int sequence = 0; sequence < 100; sequence++) {
                    appendUntilWritten("C" + number, sequence);
                }
            } finally {
                running.decrementAndGet();
            }
        });

        for (int writer = 0; writer < 4; writer++) {
            assertThat(log.store.readEvents("C" + writer).asStream().map(DomainEventMessage::getSequenceNumber))
                    .containsExactlyElementsOf(LongStream.range(0, 100).boxed().toList());
        }
    }

    /** A conflict would mean that an append was reported as not written although it was. */
    private void appendUntilWritten(String sku, long sequence) {
        while (true) {
            try {
                log.store.publish(List.of(fact(sku, sequence)));
                return;
            } catch (EventStoreException cut) {
                assertThat(cut).hasMessageContaining("nothing was written");
            }
        }
    }
}

package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What an event store must do for Daybook, whichever engine lies behind it. Longer than most classes: it is the list of promises.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
abstract class EventStoreConformance {
    private static final int ROUNDS = Integer.getInteger("daybook.rounds", 2);

    abstract EventStore store();

    /** The same events through another instance, as another process would have them. */
    abstract EventStore other();

    @Test
    void an_appended_event_is_loaded_as_it_was() {
        DomainEventMessage<?> event = fact("A", 0).andMetaData(Map.of("origin", "import"));

        store().publish(List.of(event));

        assertThat(other().readEvents("A").asStream().map(EventStoreConformance::said))
                .containsExactly(said(event));
        assertThat(other().readEvents("A").peek().getMetaData()).containsEntry("origin", "import");
        assertThat(other().readEvents("A").peek().getIdentifier()).isEqualTo(event.getIdentifier());
    }

    @Test
    void events_are_loaded_from_a_sequence_on() {
        store().publish(facts("A", 5));

        assertThat(store().readEvents("A", 3).asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactly(3L, 4L);
        assertThat(store().lastSequenceNumberFor("A")).contains(4L);
        assertThat(store().lastSequenceNumberFor("B")).isEmpty();
    }

    @Test
    void of_two_that_append_the_same_sequence_exactly_one_wins() throws Exception {
        int racers = 8;
        for (int round = 0; round < 20 * ROUNDS; round++) {
            String sku = "R" + round;
            List<String> winners = Collections.synchronizedList(new ArrayList<>());
            atOnce(racers, racer -> {
                EventStore store = racer % 2 == 0 ? store() : other();
                try {
                    store.publish(List.of(fact(sku, 0, "racer " + racer)));
                    winners.add("racer " + racer);
                } catch (ConcurrencyException lost) {
                    assertThat(lost).hasMessageContaining("came first");
                }
            });
            assertThat(winners).hasSize(1);
            assertThat(store().readEvents(sku).asStream().map(EventStoreConformance::said))
                    .containsExactly(sku + " 0 " + winners.getFirst());
        }
    }

    @Test
    void a_unit_of_work_appends_to_all_its_aggregates_or_to_none() {
        store().publish(List.of(fact("B", 0)));

        assertThatThrownBy(() -> store().publish(List.of(fact("A", 0), fact("B", 0), fact("C", 0))))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(store().readEvents("A").hasNext()).isFalse();
        assertThat(store().readEvents("C").hasNext()).isFalse();
        assertThat(store().readEvents("B").asStream()).hasSize(1);
    }

    @Test
    void a_unit_of_work_that_rolls_back_leaves_nothing() {
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        store().publish(List.of(fact("A", 0)));
        unit.rollback();

        assertThat(store().readEvents("A").hasNext()).isFalse();
        assertThat(position(store().createHeadToken())).isZero();
    }

    @Test
    void a_reader_sees_every_event_once_and_each_aggregate_in_order_whoever_wrote_and_failed() throws Exception {
        int writers = 16;
        int each = 40 * ROUNDS;
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService reading = Executors.newSingleThreadExecutor()) {
            Future<List<TrackedEventMessage<?>>> live;
            try (BlockingStream<TrackedEventMessage<?>> stream = other().openStream(other().createTailToken())) {
                CountDownLatch written = new CountDownLatch(1);
                live = reading.submit(() -> readUntil(stream, written, acknowledged));
                atOnce(writers, writer -> {
                    Random random = new Random(writer);
                    EventStore store = writer % 2 == 0 ? store() : other();
                    long sequence = 0;
                    for (int i = 0; i < each; i++) {
                        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
                        List<DomainEventMessage<?>> events = new ArrayList<>();
                        for (int n = 0; n <= random.nextInt(3); n++) {
                            events.add(fact("W" + writer, sequence + n));
                        }
                        boolean clash = random.nextInt(10) == 0 && sequence > 0;
                        if (clash) {
                            events.add(fact("W" + writer, 0));
                        }
                        store.publish(events);
                        if (random.nextInt(10) == 0) {
                            unit.rollback();
                        } else {
                            try {
                                unit.commit();
                                events.forEach(e -> acknowledged.add(said(e)));
                                sequence += events.size();
                            } catch (ConcurrencyException expected) {
                                assertThat(clash).isTrue();
                            }
                        }
                    }
                });
                written.countDown();
                List<TrackedEventMessage<?>> seen = live.get(60, TimeUnit.SECONDS);
                assertThat(seen.stream().map(EventStoreConformance::said))
                        .containsExactlyInAnyOrderElementsOf(acknowledged);
                assertThat(seen.stream().map(event -> position(event.trackingToken())))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, seen.size()).boxed().toList());
                assertThat(seen.stream().map(TrackedEventMessage::getTimestamp)).isSorted();
                for (int writer = 0; writer < writers; writer++) {
                    String sku = "W" + writer;
                    assertThat(seen.stream()
                                    .map(event -> (DomainEventMessage<?>) event)
                                    .filter(event ->
                                            event.getAggregateIdentifier().equals(sku))
                                    .map(DomainEventMessage::getSequenceNumber))
                            .isSorted();
                }
            }
        }
    }

    @Test
    void readers_wake_within_milliseconds_here_and_elsewhere() throws Exception {
        store().publish(facts("A", 1));
        for (EventStore reader : List.of(store(), other())) {
            try (BlockingStream<TrackedEventMessage<?>> stream = reader.openStream(store().createHeadToken())) {
                BlockingQueue<Long> woken = new LinkedBlockingQueue<>();
                List<Long> millis = new ArrayList<>();
                assertThat(stream.setOnAvailableCallback(() -> woken.offer(System.nanoTime())))
                        .isTrue();
                for (int i = 0; i < 40; i++) {
                    long sequence = store().lastSequenceNumberFor("A").orElseThrow() + 1;
                    long start = System.nanoTime();
                    Thread appender = Thread.startVirtualThread(() -> store().publish(List.of(fact("A", sequence))));
                    Long at = woken.poll(5, TimeUnit.SECONDS);
                    assertThat(at).isNotNull();
                    millis.add(TimeUnit.NANOSECONDS.toMillis(at - start));
                    assertThat(stream.nextAvailable().getIdentifier()).isNotEmpty();
                    appender.join();
                }
                Collections.sort(millis);
                // generous for a busy machine, and far below any poll
                assertThat(millis.get(millis.size() / 2)).isLessThan(100);
            }
        }
    }

    @Test
    void head_and_tail_tokens_enclose_all_events() throws Exception {
        TrackingToken empty = store().createHeadToken();
        store().publish(facts("A", 3));

        assertThat(read(store().createTailToken(), 3)).containsExactly("A 0 fact 0", "A 1 fact 1", "A 2 fact 2");
        assertThat(read(empty, 3)).hasSize(3);
        TrackingToken head = store().createHeadToken();
        store().publish(List.of(fact("A", 3)));
        assertThat(read(head, 1)).containsExactly("A 3 fact 3");
    }

    @Test
    void a_token_at_a_time_lies_before_the_first_event_recorded_then_or_later() throws Exception {
        store().publish(facts("A", 3));
        TrackedEventMessage<?> last = events(store().createTailToken(), 3).getLast();
        store().publish(List.of(fact("A", 3)));
        Instant second = events(store().createTailToken(), 4).getLast().getTimestamp();

        assertThat(read(store().createTokenAt(second), 1)).containsExactly("A 3 fact 3");
        assertThat(position(store().createTokenAt(Instant.EPOCH))).isZero();
        assertThat(position(store().createTokenAt(second.plus(Duration.ofDays(1)))))
                .isEqualTo(4);
        assertThat(last.getTimestamp()).isBeforeOrEqualTo(second);
    }

    @Test
    void a_closed_stream_gives_nothing_more() throws Exception {
        BlockingStream<TrackedEventMessage<?>> stream = store().openStream(store().createTailToken());
        stream.close();

        assertThat(stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)).isFalse();
    }

    private List<String> read(TrackingToken after, int count) throws InterruptedException {
        return events(after, count).stream().map(EventStoreConformance::said).toList();
    }

    private List<TrackedEventMessage<?>> events(TrackingToken after, int count) throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = other().openStream(after)) {
            while (events.size() < count) {
                events.add(stream.nextAvailable());
            }
        }
        return events;
    }

    private static List<TrackedEventMessage<?>> readUntil(
            BlockingStream<TrackedEventMessage<?>> stream, CountDownLatch written, List<String> acknowledged)
            throws InterruptedException {
        List<TrackedEventMessage<?>> seen = new ArrayList<>();
        while (written.getCount() > 0 || seen.size() < acknowledged.size()) {
            if (stream.hasNextAvailable(10, TimeUnit.MILLISECONDS)) {
                seen.add(stream.nextAvailable());
            }
        }
        // whatever should not have been written would show up now
        while (stream.hasNextAvailable(100, TimeUnit.MILLISECONDS)) {
            seen.add(stream.nextAvailable());
        }
        return seen;
    }

    interface Work {
        void run(int number) throws Exception;
    }

    static void atOnce(int threads, Work work) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch ready = new CountDownLatch(threads);
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(number -> pool.submit(() -> {
                        ready.countDown();
                        ready.await();
                        work.run(number);
                        return number;
                    }))
                    .toList();
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static String said(EventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        String text = ((ProductDelisted) event.getPayload()).reason();
        return event.getAggregateIdentifier() + " " + event.getSequenceNumber() + " " + text;
    }

    static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}

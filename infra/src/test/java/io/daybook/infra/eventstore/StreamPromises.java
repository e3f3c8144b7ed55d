package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.AtOnce.atOnce;
import static io.daybook.infra.eventstore.Conflicts.assertConflict;
import static io.daybook.infra.eventstore.EventStoreSubject.position;
import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** What a reader of all events gets, and when. */
interface StreamPromises extends EventStoreSubject {
    @Test
    default void a_reader_sees_every_event_once_and_each_aggregate_in_order_whoever_wrote_and_failed()
            throws Exception {
        RandomWriters writers = new RandomWriters(16, 40 * ROUNDS);
        try (LiveReader reader = new LiveReader(other())) {
            writers.run(store(), other());

            List<Seen> seen = reader.seenAfter(writers.acknowledged().size());
            assertThat(seen.stream().map(Seen::said)).containsExactlyInAnyOrderElementsOf(writers.acknowledged());
            writers.assertEachAggregateInOrder(seen);
        }
    }

    @Test
    default void a_failed_append_leaves_no_hole_in_the_positions() throws Exception {
        store().publish(facts("A", 2));
        assertConflict(() -> store().publish(List.of(fact("B", 0), fact("A", 1))));
        store().publish(List.of(fact("A", 2)));

        assertThat(next(store().createTailToken(), 3).stream().map(event -> position(event.trackingToken())))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    default void recorded_times_never_run_backwards_along_the_stream() throws Exception {
        // the message was made before the other, and is appended after it
        var early = fact("A", 0);
        var late = fact("B", 0);
        store().publish(List.of(late));
        store().publish(List.of(early));

        assertThat(next(store().createTailToken(), 2).stream().map(TrackedEventMessage::getTimestamp))
                .isSorted();
        assertThat(next(store().createTailToken(), 2).getLast().getTimestamp()).isAfter(early.getTimestamp());
    }

    @Test
    default void tokens_are_in_one_order() throws Exception {
        store().publish(facts("A", 5));
        List<TrackingToken> tokens = next(store().createTailToken(), 5).stream()
                .map(TrackedEventMessage::trackingToken)
                .toList();

        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                TrackingToken one = tokens.get(i);
                TrackingToken two = tokens.get(j);
                assertThat(one.covers(two)).isEqualTo(i >= j);
                assertThat(one.upperBound(two)).isEqualTo(tokens.get(Math.max(i, j)));
                assertThat(one.lowerBound(two)).isEqualTo(tokens.get(Math.min(i, j)));
                assertThat(Long.compare(position(one), position(two))).isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    default void a_reader_goes_on_behind_its_token() throws Exception {
        store().publish(facts("A", 5));
        TrackingToken third = next(store().createTailToken(), 3).getLast().trackingToken();

        assertThat(next(third, 2).stream().map(Facts::said)).containsExactly("A 3 fact 3", "A 4 fact 4");
    }

    @Test
    default void readers_do_not_take_from_each_other() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> one = store().openStream(store().createTailToken());
                BlockingStream<TrackedEventMessage<?>> two = store().openStream(store().createTailToken())) {
            store().publish(facts("A", 3));
            for (int i = 0; i < 3; i++) {
                assertThat(one.peek().isPresent() || one.hasNextAvailable(5, TimeUnit.SECONDS))
                        .isTrue();
                assertThat(Facts.said(one.nextAvailable())).isEqualTo("A " + i + " fact " + i);
                assertThat(Facts.said(two.nextAvailable())).isEqualTo("A " + i + " fact " + i);
            }
        }
    }

    @Test
    default void a_peek_takes_nothing() throws Exception {
        store().publish(facts("A", 2));
        try (BlockingStream<TrackedEventMessage<?>> stream = store().openStream(store().createTailToken())) {
            assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.peek().map(Facts::said)).contains("A 0 fact 0");
            assertThat(Facts.said(stream.nextAvailable())).isEqualTo("A 0 fact 0");
        }
    }

    @Test
    default void readers_are_called_within_milliseconds_here_and_elsewhere() throws Exception {
        store().publish(facts("A", 1));
        long sequence = 1;
        for (EventStore reader : List.of(store(), other())) {
            try (BlockingStream<TrackedEventMessage<?>> stream = reader.openStream(store().createHeadToken())) {
                BlockingQueue<Long> called = new LinkedBlockingQueue<>();
                List<Long> millis = new ArrayList<>();
                assertThat(stream.setOnAvailableCallback(() -> called.offer(System.nanoTime())))
                        .isTrue();
                for (int i = 0; i < 40; i++) {
                    long next = sequence++;
                    called.clear();
                    long start = System.nanoTime();
                    Thread appender = Thread.startVirtualThread(() -> store().publish(List.of(fact("A", next))));
                    Long at = called.poll(5, TimeUnit.SECONDS);
                    assertThat(at).isNotNull();
                    millis.add(TimeUnit.NANOSECONDS.toMillis(at - start));
                    assertThat(Facts.said(stream.nextAvailable())).isEqualTo("A " + next + " fact " + next);
                    appender.join();
                }
                Collections.sort(millis);
                // generous for a busy machine, and far below any poll
                assertThat(millis.get(millis.size() / 2)).isLessThan(100);
            }
        }
    }

    @Test
    default void a_reader_that_waits_gets_what_comes_while_it_waits() throws Exception {
        try (BlockingStream<TrackedEventMessage<?>> stream = other().openStream(other().createTailToken())) {
            assertThat(stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)).isFalse();
            atOnce(2, number -> {
                if (number == 0) {
                    assertThat(Facts.said(stream.nextAvailable())).isEqualTo("A 0 fact 0");
                } else {
                    store().publish(facts("A", 1));
                }
            });
        }
    }

    @Test
    default void head_and_tail_tokens_enclose_all_events() throws Exception {
        TrackingToken empty = store().createHeadToken();
        store().publish(facts("A", 3));

        assertThat(next(store().createTailToken(), 3).stream().map(Facts::said))
                .containsExactly("A 0 fact 0", "A 1 fact 1", "A 2 fact 2");
        assertThat(next(empty, 3)).hasSize(3);
        TrackingToken head = store().createHeadToken();
        store().publish(List.of(fact("A", 3)));
        assertThat(next(head, 1).stream().map(Facts::said)).containsExactly("A 3 fact 3");
    }

    @Test
    default void a_token_at_a_time_lies_before_the_first_event_recorded_then_or_later() throws Exception {
        store().publish(facts("A", 3));
        Instant third = next(store().createTailToken(), 3).getLast().getTimestamp();
        Instant fourth = third;
        for (long sequence = 3; !fourth.isAfter(third); sequence++) {
            store().publish(List.of(fact("A", sequence)));
            fourth = next(store().createTailToken(), (int) sequence + 1)
                    .getLast()
                    .getTimestamp();
        }

        assertThat(next(store().createTokenAt(fourth), 1).getFirst().getTimestamp())
                .isEqualTo(fourth);
        assertThat(position(store().createTokenAt(Instant.EPOCH))).isZero();
        assertThat(position(store().createTokenAt(fourth.plus(Duration.ofDays(1)))))
                .isEqualTo(position(store().createHeadToken()));
    }

    @Test
    default void a_closed_stream_gives_nothing_more() throws Exception {
        store().publish(facts("A", 1));
        BlockingStream<TrackedEventMessage<?>> stream = store().openStream(store().createHeadToken());
        stream.close();
        store().publish(List.of(fact("A", 1)));

        assertThat(stream.hasNextAvailable(200, TimeUnit.MILLISECONDS)).isFalse();
    }
}

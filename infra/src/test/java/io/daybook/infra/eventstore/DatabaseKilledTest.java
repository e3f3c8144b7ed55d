package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.AtOnce.atOnce;
import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** On a PostgreSQL of its own, since it kills it: all its processes at once, while 16 writers append. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(900)
class DatabaseKilledTest {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseKilledTest.class);
    /** Half of the rounds: pools take up to five seconds to try a restarted server again. */
    private static final int KILLS = Math.max(2, EventStoreSubject.ROUNDS / 2);

    private static final int WRITERS = 16;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final AtomicIntegerArray acknowledged = new AtomicIntegerArray(WRITERS);
    private final AtomicInteger denied = new AtomicInteger();
    /** By aggregate, what its writer was told is in the log. */
    private final ConcurrentMap<String, List<String>> told = new ConcurrentHashMap<>();

    @Test
    void what_was_acknowledged_is_there_and_what_was_denied_is_not_however_often_the_database_is_killed()
            throws Exception {
        try (DevServers servers = OwnServers.start("database-killed", Kind.POSTGRESQL);
                TestLog log = new TestLog(servers.addresses());
                TestLog elsewhere = log.other();
                LiveReader reader = new LiveReader(elsewhere.store)) {
            atOnce(WRITERS + 1, number -> {
                if (number == WRITERS) {
                    kill(servers);
                } else {
                    write(number, new Random(number), number % 2 == 0 ? log.store : elsewhere.store);
                }
            });

            LOG.info("{} kills, {} appends acknowledged, {} denied", KILLS, sum(), denied.get());
            assertThat(denied.get()).as("kills that hit an append").isPositive();
            told.forEach((aggregate, events) -> assertThat(
                            log.store.readEvents(aggregate).asStream().map(Facts::said))
                    .containsExactlyElementsOf(events));
            List<String> all = told.values().stream().flatMap(List::stream).toList();
            assertThat(reader.seenAfter(all.size()).stream().map(Seen::said)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(log.reader.head()).isEqualTo(all.size());
        }
    }

    private void kill(DevServers servers) {
        Random random = new Random(1);
        try {
            for (int i = 0; i < KILLS; i++) {
                awaitAll();
                Until.since(System.nanoTime(), Duration.ofMillis(random.nextInt(200)));
                servers.kill(Kind.POSTGRESQL);
                servers.restart(Kind.POSTGRESQL);
            }
            awaitAll();
        } finally {
            enough.set(true);
        }
    }

    /** Returns when every writer has appended again. */
    private void awaitAll() {
        int[] before = IntStream.range(0, WRITERS).map(acknowledged::get).toArray();
        Until.eventually(
                "all append", () -> IntStream.range(0, WRITERS).allMatch(n -> acknowledged.get(n) > before[n] + 1));
    }

    private int sum() {
        return IntStream.range(0, WRITERS).map(acknowledged::get).sum();
    }

    /**
     * Each attempt says something else, so an append that was denied and yet written shows as a conflict here or as a stranger in the
     * log. An outcome that stays unknown fails the test: the server was back in time.
     */
    private void write(int writer, Random random, EventStore store) {
        String aggregate = "K" + writer;
        List<String> events = new ArrayList<>();
        told.put(aggregate, events);
        for (int attempt = 0; !enough.get(); attempt++) {
            List<DomainEventMessage<?>> append = append(aggregate, events.size(), attempt, 1 + random.nextInt(3));
            try {
                store.publish(append);
                append.forEach(event -> events.add(Facts.said(event)));
                acknowledged.incrementAndGet(writer);
            } catch (EventStoreException e) {
                assertThat(e).hasMessageContaining("nothing was written");
                denied.incrementAndGet();
            }
        }
    }

    private static List<DomainEventMessage<?>> append(String aggregate, int from, int attempt, int count) {
        return IntStream.range(from, from + count)
                .<DomainEventMessage<?>>mapToObj(sequence -> fact(aggregate, sequence, "attempt " + attempt))
                .toList();
    }
}

package io.daybook.infra.forwarder;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Kind;
import io.daybook.infra.eventstore.OwnServers;
import io.daybook.infra.eventstore.TestLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The forwarder, in a process of its own, and a broker of its own are killed or stopped for a while, one of them each round and at a
 * random moment of it, while events are recorded. Whoever reads committed finds each key's events, each once and in order.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(1_800)
class KilledForwarderTest {
    private static final int ROUNDS = Integer.getInteger("daybook.rounds", 2);
    private static final int EVENTS_A_ROUND = 1_000;
    private static final int KEYS = 20;
    private static final long SEED = Long.getLong("daybook.seed", System.nanoTime());

    private final Random random = new Random(SEED);
    private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
    private int started;

    private enum Blow {
        KILL_FORWARDER,
        PAUSE_FORWARDER,
        /** The one that wakes has been taken over from, does not know it, and goes on. */
        PAUSE_FORWARDER_AND_TAKE_OVER,
        KILL_BROKER,
        PAUSE_BROKER
    }

    @Test
    void whatever_is_killed_or_paused_a_committed_reader_finds_each_keys_events_once_and_in_order() {
        try (DevServers servers = OwnServers.start("killed-forwarder", Kind.KAFKA);
                TestLog log = new TestLog()) {
            TestTopics kafka = new TestTopics(servers.addresses().kafkaBootstrap());
            ForwarderProcess forwarder = start(log, kafka);
            try {
                for (int round = 0; round < ROUNDS; round++) {
                    CompletableFuture<Void> recorded = record(log, round);
                    rest(1_500);
                    forwarder = strike(servers, log, kafka, forwarder);
                    recorded.join();
                }
                Awaitility.await("seed " + SEED)
                        .atMost(Duration.ofMinutes(1))
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> kafka.mark(log) >= log.reader.head());
                assertThat(forwarder.isAlive()).isTrue();
            } finally {
                forwarder.close();
            }
            System.out.printf("%d events, %s, seed %d%n", log.reader.head(), blows, SEED);
            assertThat(sequencesByKey(kafka))
                    .as("seed %d, after %s", SEED, blows)
                    .hasSize(KEYS)
                    .allSatisfy((key, sequences) -> assertThat(sequences)
                            .containsExactlyElementsOf(LongStream.range(0, (long) ROUNDS * EVENTS_A_ROUND / KEYS)
                                    .boxed()
                                    .toList()));
        }
    }

    private ForwarderProcess strike(DevServers servers, TestLog log, TestTopics kafka, ForwarderProcess forwarder) {
        Blow blow = Blow.values()[random.nextInt(Blow.values().length)];
        blows.merge(blow, 1, Integer::sum);
        switch (blow) {
            case KILL_FORWARDER -> {
                forwarder.close();
                return start(log, kafka);
            }
            case PAUSE_FORWARDER -> {
                forwarder.pause();
                rest(1_000);
                forwarder.resume();
            }
            case PAUSE_FORWARDER_AND_TAKE_OVER -> {
                forwarder.pause();
                ForwarderProcess next = start(log, kafka);
                // long enough, mostly, for the next to have begun
                rest(4_000);
                forwarder.resume();
                rest(1_000);
                forwarder.close();
                return next;
            }
            case KILL_BROKER -> {
                servers.kill(Kind.KAFKA);
                rest(500);
                servers.restart(Kind.KAFKA);
            }
            case PAUSE_BROKER -> {
                long pid = servers.pid(Kind.KAFKA);
                ForwarderProcess.signal("STOP", pid);
                rest(1_500);
                ForwarderProcess.signal("CONT", pid);
            }
        }
        return forwarder;
    }

    private ForwarderProcess start(TestLog log, TestTopics kafka) {
        return ForwarderProcess.start(log.url(), kafka, "forwarder-" + started++);
    }

    /** Records a round's events, a few of each key at a time, over some two seconds. */
    private static CompletableFuture<Void> record(TestLog log, int round) {
        return CompletableFuture.runAsync(() -> {
            long first = (long) round * EVENTS_A_ROUND / KEYS;
            for (long sequence = first; sequence < first + EVENTS_A_ROUND / KEYS; sequence++) {
                List<DomainEventMessage<?>> events = new ArrayList<>();
                for (int key = 0; key < KEYS; key++) {
                    events.add(fact("SKU" + key, sequence));
                    if (events.size() == 5) {
                        log.store.publish(events);
                        events = new ArrayList<>();
                    }
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
            }
        });
    }

    private void rest(int mostMillis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(mostMillis)));
    }

    private static Map<String, List<Long>> sequencesByKey(TestTopics kafka) {
        Map<String, List<Long>> byKey = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> message : kafka.committed()) {
            byKey.computeIfAbsent(message.key(), key -> new ArrayList<>())
                    .add(CloudEventHeaders.of(message.headers()).number(CloudEventHeaders.SEQUENCE));
        }
        return byKey;
    }
}

package io.daybook.infra.forwarder;

import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.infra.eventstore.RecordedRow;
import io.daybook.infra.eventstore.StoreNotAdopted;
import io.daybook.infra.eventstore.TestLog;
import io.daybook.infra.ports.Decoding;
import io.daybook.projections.history.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class ForwarderTest {
    private final TestLog log = new TestLog();
    private final TestTopics kafka = new TestTopics();
    private final List<Forwarder> forwarders = new ArrayList<>();

    @AfterEach
    void close() {
        forwarders.forEach(Forwarder::close);
        log.close();
    }

    @Test
    void carries_the_stored_bytes_and_where_they_come_from() {
        log.store.publish(List.of(fact("LAMP", 0).andMetaData(Map.of("origin", "import", "traceId", "t"))));

        start("a", log.transactions());
        awaitForwarded(1);

        var message = kafka.committed().getFirst();
        RecordedRow row = log.reader.page(0, 1, 1).getFirst();
        RecordedEvent fromLog = Decoding.fromLog(log, row);
        assertThat(message.topic()).isEqualTo(kafka.prefix + "catalog");
        assertThat(message.key()).isEqualTo("LAMP");
        assertThat(message.value()).isEqualTo(row.payload());
        assertThat(Decoding.fromKafka(log, message)).isEqualTo(fromLog);
        assertThat(fromLog.metadata()).containsExactly(Map.entry("origin", "import"));
        CloudEventHeaders headers = CloudEventHeaders.of(message.headers());
        assertThat(headers.text(CloudEventHeaders.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(headers.text(CloudEventHeaders.ID)).isEqualTo(row.eventId().toString());
        assertThat(headers.text(CloudEventHeaders.SOURCE)).isEqualTo("/daybook/" + log.adoption.logId());
    }

    @Test
    void keeps_the_order_of_each_key() {
        start("a", log.transactions());
        for (int sequence = 0; sequence < 200; sequence++) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int sku = 0; sku < 5; sku++) {
                events.add(fact("SKU" + sku, sequence));
            }
            log.store.publish(events);
        }
        awaitForwarded(1_000);

        var records = kafka.committed();
        for (int sku = 0; sku < 5; sku++) {
            String key = "SKU" + sku;
            assertThat(records.stream()
                            .filter(message -> message.key().equals(key))
                            .map(message ->
                                    CloudEventHeaders.of(message.headers()).number(CloudEventHeaders.SEQUENCE)))
                    .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
        }
        assertThat(kafka.positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 1_000).boxed().toList());
    }

    @Test
    void a_crash_between_kafkas_commit_and_the_tokens_forwards_nothing_twice() {
        log.store.publish(facts("A", 30));
        AtomicInteger crashes = new AtomicInteger();
        TransactionManager crashing = new CrashingOnce(
                log.transactions(), crashes, () -> kafka.positions().size() >= 30);
        AtomicInteger published = new AtomicInteger(30);

        start("a", crashing);
        eventually(() -> {
            log.store.publish(List.of(fact("A", published.getAndIncrement())));
            return crashes.get() > 0;
        });
        log.store.publish(List.of(fact("A", published.getAndIncrement())));
        awaitForwarded(published.get());

        assertThat(kafka.positions())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, published.get()).boxed().toList());
    }

    @Test
    void a_forwarder_that_forgot_its_token_forwards_nothing_twice() {
        log.store.publish(facts("A", 30));
        start("a", log.transactions());
        awaitForwarded(30);
        forwarders.removeFirst().close();
        log.sql().sql("delete from token_entry").update();
        log.store.publish(List.of(fact("A", 30)));

        start("b", log.transactions());
        awaitForwarded(31);

        assertThat(kafka.positions())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 31).boxed().toList());
    }

    @Test
    void whoever_takes_a_segment_over_fences_the_owner_before() {
        log.store.publish(facts("A", 2));
        List<Outgoing> events = kafka.outgoing(log, 0, 2);
        try (Lane before = Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0)) {
            before.forward(events.subList(0, 1));
            try (Lane after = Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0)) {
                assertThatThrownBy(() -> before.forward(events)).isInstanceOf(KafkaException.class);

                // it was told the first event as well, and knows from Kafka that it is there
                after.forward(events);
            }
        }

        assertThat(kafka.positions()).containsExactly(1L, 2L);
    }

    @Test
    void a_mark_beyond_the_end_of_the_log_stops_everything() {
        log.store.publish(facts("A", 3));
        try (Lane lane = Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0)) {
            lane.forward(kafka.outgoing(log, 0, 3));
        }
        // what a restored copy looks like that has lost its last event
        log.sql().sql("delete from event_log where position = 3").update();
        log.sql().sql("update stream_head set sequence = 1, last_position = 2").update();

        assertThatThrownBy(() -> Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0))
                .isInstanceOf(StoreNotAdopted.class);
        assertThatThrownBy(() -> log.store.publish(List.of(fact("A", 2)))).hasMessageContaining("store.not-adopted");

        log.adoption.adopt(false);
        log.store.publish(List.of(fact("A", 2)));
        try (Lane lane = Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0)) {
            lane.forward(kafka.outgoing(log, 2, 1));
        }
        assertThat(kafka.positions()).containsExactly(1L, 2L, 3L, 3L);
    }

    @Test
    void a_log_that_has_grown_past_the_mark_with_other_events_stops_everything() {
        log.store.publish(facts("A", 3));
        try (Lane lane = Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0)) {
            lane.forward(kafka.outgoing(log, 0, 3));
        }
        // a copy of the disk, put back in its place, that took orders before anybody looked at Kafka
        log.sql().sql("delete from event_log where position = 3").update();
        log.sql().sql("update stream_head set sequence = 1, last_position = 2").update();
        try (TestLog startedAnew = log.other()) {
            startedAnew.store.publish(List.of(fact("B", 0), fact("B", 1)));
        }

        assertThatThrownBy(() -> Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0))
                .isInstanceOf(StoreNotAdopted.class)
                .hasMessageContaining("which the log does not have there");
        assertThatThrownBy(() -> log.store.publish(List.of(fact("B", 2)))).isInstanceOf(StoreNotAdopted.class);

        log.adoption.adopt(false);
        try (Lane lane = Lane.open(kafka.kafka(), kafka.topics, log.adoption, 0)) {
            lane.forward(kafka.outgoing(log, 2, 2));
        }
        assertThat(kafka.positions()).containsExactly(1L, 2L, 3L, 3L, 4L);
    }

    @Test
    void the_token_stays_behind_what_is_in_kafka() {
        TestTopics nowhere = new TestTopics("127.0.0.1:1");
        Lanes lanes = nowhere.lanes(log);
        Forwarder forwarder = nowhere.forwarder(lanes, log, log.tokens("a"), log.transactions());
        forwarders.add(forwarder);
        log.store.publish(facts("A", 10));

        forwarder.start();
        eventually(() -> lanes.firstUnderWay(0) != null);

        // several times the pause after which the token is written, and one extension of the claim
        Awaitility.await()
                .during(Duration.ofSeconds(7))
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        log.tokens("a").fetchToken(Forwarder.NAME, 0).position().orElseThrow() == 0);
    }

    @Test
    void a_topic_that_does_not_take_the_largest_event_is_named() throws Exception {
        String topic = kafka.prefix + "catalog";
        try (Admin admin = Admin.create(kafka.kafka())) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(3), Optional.empty())
                            .configs(Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "20000"))))
                    .all()
                    .get();

            assertThatThrownBy(() -> kafka.topics.ensure(admin))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("topic " + topic + " takes messages of 20000 bytes")
                    .hasMessageContaining(Integer.toString(TestLog.LIMIT.message()));
        }
    }

    @Test
    void the_largest_event_that_is_recorded_goes_through() {
        log.store.publish(List.of(fact("A", 0, "")));
        RecordedRow empty = log.reader.page(0, 1, 1).getFirst();
        int rest = TestLog.LIMIT.bytes() - empty.payload().length - empty.metadata().length;
        log.store.publish(List.of(fact("A", 1, "x".repeat(rest))));

        start("a", log.transactions());
        awaitForwarded(2);
    }

    private void start(String node, TransactionManager transactions) {
        Forwarder forwarder = kafka.forwarder(log, node, transactions);
        forwarders.add(forwarder);
        forwarder.start();
    }

    private void awaitForwarded(int events) {
        eventually(() -> kafka.committed().size() >= events);
    }

    static void eventually(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(condition::getAsBoolean);
    }

    /** Rolls back, once, the first transaction that would commit after the condition holds: as a crash there would. */
    private record CrashingOnce(TransactionManager real, AtomicInteger crashes, BooleanSupplier when)
            implements TransactionManager {
        @Override
        public Transaction startTransaction() {
            Transaction transaction = real.startTransaction();
            return new Transaction() {
                @Override
                public void commit() {
                    if (crashes.get() == 0
                            && Thread.currentThread().getName().startsWith("forwarder-")
                            && when.getAsBoolean()) {
                        crashes.incrementAndGet();
                        transaction.rollback();
                        throw new IllegalStateException("crashed before the token was committed");
                    }
                    transaction.commit();
                }

                @Override
                public void rollback() {
                    transaction.rollback();
                }
            };
        }
    }
}

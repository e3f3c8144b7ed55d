package io.daybook.infra.forwarder;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.devservers.DevServers;
import io.daybook.devservers.Kind;
import io.daybook.infra.eventstore.OwnServers;
import io.daybook.infra.eventstore.TestLog;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a broker of its own, since it kills it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(300)
class BrokerCrashTest {
    /** A broker takes its seconds to come back, and {@link KilledForwarderTest} kills it as well. */
    private static final int ROUNDS = Math.max(2, Integer.getInteger("daybook.rounds", 2) / 5);

    @Test
    void a_killed_broker_costs_no_event_and_doubles_none_and_appends_do_not_notice() {
        try (DevServers servers = OwnServers.start("broker-crash", Kind.KAFKA);
                TestLog log = new TestLog()) {
            TestTopics kafka = new TestTopics(servers.addresses().kafkaBootstrap());
            Forwarder forwarder = kafka.forwarder(log, "a", log.transactions());
            AtomicInteger appended = new AtomicInteger();
            try {
                forwarder.start();
                append(log, appended, 200);
                for (int round = 0; round < ROUNDS; round++) {
                    append(log, appended, 50);
                    servers.kill(Kind.KAFKA);
                    append(log, appended, 50);
                    servers.restart(Kind.KAFKA);
                    append(log, appended, 50);
                    ForwarderTest.eventually(() -> kafka.mark(log) >= appended.get());
                }
            } finally {
                forwarder.close();
            }

            assertThat(kafka.positions())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, appended.get()).boxed().toList());
        }
    }

    private static void append(TestLog log, AtomicInteger appended, int events) {
        for (int i = 0; i < events; i++) {
            log.store.publish(List.of(fact("A", appended.getAndIncrement())));
        }
    }
}

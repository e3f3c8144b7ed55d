package io.daybook.infra.forwarder;

import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.forwarder.ForwarderTest.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Kind;
import io.daybook.infra.eventstore.OwnServers;
import io.daybook.infra.eventstore.TestLog;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** On a broker of its own, since it stops it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(120)
class HeldBackTest {
    /** More than a pipeline and the readers before it hold. */
    private static final int MEANWHILE = 8_000;

    private static final int AT_ONCE = 10;

    @Test
    void while_the_broker_is_away_commands_go_on_the_log_keeps_what_they_did_and_the_forwarder_says_who_is_late() {
        try (DevServers servers = OwnServers.start("held-back", Kind.KAFKA);
                TestLog log = new TestLog()) {
            String address = servers.addresses().kafkaBootstrap();
            TestTopics kafka = new TestTopics(address);
            ListAppender<ILoggingEvent> said = listen();
            Forwarder forwarder = kafka.forwarder(log, "a", log.transactions());
            try {
                forwarder.start();
                log.store.publish(List.of(fact("A", 0)));
                eventually(() -> kafka.positions().size() == 1);

                servers.kill(Kind.KAFKA);
                for (int sequence = 1; sequence <= MEANWHILE; sequence += AT_ONCE) {
                    log.store.publish(LongStream.range(sequence, sequence + AT_ONCE)
                            .mapToObj(next -> fact("A", next))
                            .toList());
                }

                assertThat(log.reader.head()).isEqualTo(MEANWHILE + 1);
                eventually(() -> !said.list.isEmpty());
                assertThat(said.list.getFirst().getFormattedMessage())
                        .contains("held back", "Kafka at " + address, "events wait", kafka.prefix + "catalog");
                assertThat(forwarder.lag().events()).isEqualTo(MEANWHILE);
                assertThat(forwarder.lag().age()).isGreaterThan(Duration.ofSeconds(1));

                servers.restart(Kind.KAFKA);
                eventually(() -> forwarder.lag().events() == 0);
                assertThat(forwarder.lag()).isEqualTo(Lag.NONE);
                eventually(() -> said.list.getLast().getFormattedMessage().contains("takes events again"));
            } finally {
                forwarder.close();
                listened(said);
            }
            assertThat(kafka.committed().stream().map(TestTopics::position))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, MEANWHILE + 1).boxed().toList());
        }
    }

    private static ListAppender<ILoggingEvent> listen() {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        Logger logger = (Logger) LoggerFactory.getLogger(HeldBack.class);
        logger.setLevel(Level.INFO);
        logger.addAppender(appender);
        return appender;
    }

    private static void listened(ListAppender<ILoggingEvent> appender) {
        ((Logger) LoggerFactory.getLogger(HeldBack.class)).detachAppender(appender);
    }
}

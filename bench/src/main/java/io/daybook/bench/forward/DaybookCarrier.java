package io.daybook.bench.forward;

import io.daybook.bench.books.Boot;
import io.daybook.bench.ledger.LedgerEvent;
import io.daybook.devservers.Addresses;
import io.daybook.infra.eventstore.EventStoreConfig;
import io.daybook.infra.forwarder.Forwarder;
import io.daybook.infra.forwarder.ForwarderConfig;
import io.daybook.infra.serialization.EventTypes;
import io.daybook.infra.serialization.SerializationConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Log and forwarder by the program's own configurations and settings; the entries are in the log before they are in Kafka. */
final class DaybookCarrier implements Carrier {
    private static final int APPENDED_AT_ONCE = 1_000;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final String topic;
    private final ConfigurableApplicationContext beans;
    private final EventStore log;
    private final Forwarder forwarder;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({SerializationConfig.class, EventStoreConfig.class, ForwarderConfig.class})
    static class Program {
        @Bean
        EventTypes eventTypes() {
            return EventTypes.of(List.of(LedgerEvent.class), Map.of());
        }
    }

    DaybookCarrier(Addresses servers, String prefix, String topic) {
        this.topic = topic;
        beans = Boot.start(
                Program.class,
                servers,
                List.of("org.springframework.boot.flyway."),
                Map.of(
                        "spring.datasource.hikari.minimum-idle",
                        "2",
                        "spring.kafka.bootstrap-servers",
                        servers.kafkaBootstrap(),
                        "daybook.topics.prefix",
                        prefix,
                        "axon.timeout.enabled",
                        "false"),
                context -> {});
        log = beans.getBean(EventStore.class);
        forwarder = beans.getBean(Forwarder.class);
    }

    @Override
    public String topic() {
        return topic;
    }

    /** The log is filled while the forwarder is stopped. The first tenth, in which it finds its way to Kafka, is not counted. */
    @Override
    public double carry(int from, int entries, long millis) {
        awaitRest(0);
        forwarder.stop();
        for (int done = 0; done < entries; done += APPENDED_AT_ONCE) {
            log.publish(Entries.messages(from + done, Math.min(APPENDED_AT_ONCE, entries - done)));
        }
        forwarder.start();
        long begun = awaitRest(entries * 9L / 10);
        long start = System.nanoTime();
        awaitRest(0);
        return begun / ((System.nanoTime() - start) / 1e9);
    }

    /** @return what is not in Kafka yet; {@code most} at most */
    private long awaitRest(long most) {
        long rest = rest();
        while (rest > most) {
            LockSupport.parkNanos(LOOK_NANOS);
            rest = rest();
        }
        return rest;
    }

    /** Until it has its segment the forwarder knows nothing of what it has yet to do. */
    private long rest() {
        return forwarder.isAtWork() ? forwarder.lag().events() : Long.MAX_VALUE;
    }

    @Override
    public long offer(int number) {
        log.publish(List.of(Entries.message(number)));
        return System.nanoTime();
    }

    @Override
    public void close() {
        beans.close();
    }
}

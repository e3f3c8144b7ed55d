package io.daybook.infra.forwarder;

import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes the topics when the forwarder starts and not with its first event, since views of an empty shop follow them too. */
final class TopicsAtStart implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TopicsAtStart.class);
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Properties kafka;
    private final KafkaTopics topics;
    private final boolean runs;
    private volatile boolean running;

    TopicsAtStart(Properties kafka, KafkaTopics topics, boolean runs) {
        this.kafka = kafka;
        this.topics = topics;
        this.runs = runs;
    }

    /** Does not wait: a program must start without Kafka, too. */
    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("topics").start(this::ensure);
    }

    private void ensure() {
        while (running) {
            try (Admin admin = Admin.create(kafka)) {
                topics.ensure(admin);
                return;
            } catch (KafkaException | IllegalStateException e) {
                LOG.warn("cannot make the topics, trying on: {}", e.toString());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return runs;
    }
}

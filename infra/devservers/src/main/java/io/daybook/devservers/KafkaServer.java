package io.daybook.devservers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Kafka in KRaft mode, broker and controller in one JVM.
 *
 * @param data its folder
 * @param options further options of its JVM
 */
record KafkaServer(Site site, Path data, int port, int controllerPort, List<String> options) implements Server {

    /** Any fixed id will do: a cluster of one never meets another. */
    private static final String CLUSTER_ID = "ZGF5Ym9va2RheWJvb2sxMg";

    private static final String LOGGING = """
            <Configuration status="error">
              <Appenders>
                <Console name="out"><PatternLayout pattern="%d %p %c{1} %m%n"/></Console>
              </Appenders>
              <Loggers>
                <Root level="warn"><AppenderRef ref="out"/></Root>
              </Loggers>
            </Configuration>
            """;

    static KafkaServer at(Site site) {
        return new KafkaServer(
                site,
                site.data(Kind.KAFKA),
                site.port(Kind.KAFKA),
                site.ports().second(Kind.KAFKA),
                KafkaAotCache.of(site.programs()).useOptions());
    }

    @Override
    public Kind kind() {
        return Kind.KAFKA;
    }

    @Override
    public Launch prepare() throws IOException {
        Files.createDirectories(data);
        Path settings = data.resolve("server.properties");
        Path logging = data.resolve("log4j2.xml");
        Files.writeString(settings, settings());
        Files.writeString(logging, LOGGING);
        List<String> command = new ArrayList<>(
                List.of(Site.java(), "-Xms32m", "-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-Dlog4j2.configurationFile=" + logging.toUri(),
                "-cp",
                classPath(site.programs()),
                "io.daybook.devservers.kafkamain.KafkaMain",
                settings.toString(),
                data.resolve("log/meta.properties").toString(),
                CLUSTER_ID));
        return Launch.of(command);
    }

    @Override
    public boolean answers() throws IOException {
        return Probe.kafka(port);
    }

    /** A single broker needs every replication factor at one, or transactional producers hang for a minute. */
    private String settings() {
        return """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            log.dirs=%3$s
            auto.create.topics.enable=false
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            # A transaction that follows another waits until the partitions of that one are marked, which takes 2 ms; it would look again after 20.
            add.partitions.to.txn.retry.backoff.ms=1
            group.initial.rebalance.delay.ms=0
            # Short, so that a start after a crash does not wait long for the former registration to lapse.
            broker.session.timeout.ms=2000
            broker.heartbeat.interval.ms=500
            num.network.threads=2
            num.io.threads=2
            background.threads=2
            log.segment.bytes=16777216
            log.cleaner.dedupe.buffer.size=8388608
            """.formatted(port, controllerPort, data.resolve("log"));
    }

    static String classPath(Programs programs) throws IOException {
        return programs.kafkaMain()
                + File.pathSeparator
                + programs.artefacts().kafka().stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
    }
}

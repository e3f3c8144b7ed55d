package io.daybook.devservers.containers;

import com.redis.testcontainers.RedisContainer;
import io.daybook.devservers.AddressSource;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.payments.PaymentSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers of a test run in containers, with the versions and settings of docker-compose.yml. */
public final class Containers implements AddressSource {

    private final PostgreSQLContainer postgresql = new PostgreSQLContainer("postgres:18")
            .withDatabaseName("daybook")
            .withUsername("daybook")
            .withPassword("daybook")
            // the image's own locale would sort texts in another order
            .withEnv(
                    "POSTGRES_INITDB_ARGS",
                    "--encoding=UTF8 --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8")
            .withCommand("postgres", "-c", "max_connections=120", "-c", "jit=off", "-c", "timezone=UTC");

    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            // the first transaction waits until all of them are there
            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
            .withEnv("KAFKA_ADD_PARTITIONS_TO_TXN_RETRY_BACKOFF_MS", "1");

    private final RedisContainer redis = new RedisContainer(DockerImageName.parse("redis:6.2"))
            .withCommand(
                    "redis-server",
                    "--appendonly",
                    "yes",
                    "--appendfsync",
                    "everysec",
                    "--save",
                    "",
                    "--maxmemory-policy",
                    "noeviction");

    private final ElasticsearchContainer elasticsearch = new ElasticsearchContainer(
                    DockerImageName.parse("elasticsearch:8.19.21"))
            .withEnv("discovery.type", "single-node")
            .withEnv("xpack.security.enabled", "false")
            .withEnv("action.auto_create_index", "false")
            // a test run makes more indices than one node is meant to hold
            .withEnv("cluster.max_shards_per_node", "5000")
            .withEnv("cluster.routing.allocation.disk.threshold_enabled", "false")
            .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");

    private @Nullable PaymentSandbox sandbox;

    @Override
    public String name() {
        return "containers";
    }

    @Override
    public Addresses start() {
        Startables.deepStart(all()).join();
        return new Addresses(
                // not its getJdbcUrl(): that has parameters, and who needs some adds the first of them
                "jdbc:postgresql://%s:%d/%s"
                        .formatted(
                                postgresql.getHost(),
                                postgresql.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                                postgresql.getDatabaseName()),
                postgresql.getUsername(),
                postgresql.getPassword(),
                kafka.getBootstrapServers(),
                redis.getRedisURI(),
                "http://" + elasticsearch.getHttpHostAddress(),
                payments().url().toString());
    }

    /** There is no image of it: it is ours, and runs in this JVM. */
    private PaymentSandbox payments() {
        try {
            PaymentSandbox started = PaymentSandbox.start(0, Files.createTempDirectory("payments"));
            sandbox = started;
            return started;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
        all().forEach(Startable::stop);
    }

    private List<Startable> all() {
        return List.of(postgresql, kafka, redis, elasticsearch);
    }
}

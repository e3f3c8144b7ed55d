package io.daybook.infra.eventstore;

import io.daybook.command.dispatch.SnapshotForm;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.domain.catalog.ProductEvent.ProductDelisted;
import io.daybook.infra.serialization.EventCodec;
import io.daybook.infra.serialization.EventTypes;
import io.daybook.infra.serialization.EventUpcaster;
import io.daybook.infra.serialization.PostgresSubjectKeys;
import io.daybook.infra.serialization.Samples;
import io.daybook.infra.serialization.SerializationConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A log in a schema of its own on the shared PostgreSQL, and everything that one process has of it. */
public final class TestLog implements AutoCloseable {
    public static final Serializer TOKENS = SerializationConfig.generalSerializer();
    public static final EventLimit LIMIT = new EventLimit(64 * 1024);

    /** Small, so that every test of some length goes through several. */
    static final long PARTITION = 1_000;

    private final String url;
    private final String user;
    private final String password;
    public final LogConnections connections;
    public final LogReader reader;
    public final EventCodec codec;
    public final Adoption adoption;
    public final PostgresEventEngine engine;
    public final LogEventStore store;

    /** A new log. */
    public TestLog() {
        this(DevServers.shared());
    }

    /** A new log on a PostgreSQL of the test's own. */
    TestLog(Addresses servers) {
        this(migrated(servers, Isolation.next()), servers.jdbcUser(), servers.jdbcPassword());
    }

    /** A log that exists. */
    TestLog(String url, String user, String password) {
        this(url, user, password, Samples.TYPES, List.of(), 1);
    }

    private TestLog(
            String url,
            String user,
            String password,
            EventTypes types,
            List<EventUpcaster> upcasters,
            int snapshotRevision) {
        this.url = url;
        this.user = user;
        this.password = password;
        connections = new LogConnections(url, user, password, 8);
        reader = new LogReader(connections);
        codec = new EventCodec(types, new PostgresSubjectKeys(connections.dataSource()), upcasters);
        adoption = new Adoption(connections, new TokenMarks(connections, TOKENS));
        Snapshots snapshots = new Snapshots(connections, codec, List.of(snapshots(snapshotRevision)));
        engine = new PostgresEventEngine(
                connections, reader, codec, adoption, LIMIT, snapshots, PARTITION, new SimpleMeterRegistry());
        store = new LogEventStore(engine, connections, adoption);
    }

    private static String migrated(Addresses servers, String schema) {
        Flyway.configure()
                .dataSource(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword())
                .schemas(schema)
                .load()
                .migrate();
        return servers.jdbcUrl() + "?currentSchema=" + schema + "&ApplicationName=" + schema;
    }

    /** Somebody's own connection to this log, outside the program. */
    Connection asSomebody(String application) throws SQLException {
        String mine = url.replaceAll("&ApplicationName=.*", "&ApplicationName=" + application);
        return DriverManager.getConnection(mine, user, password);
    }

    /** A log that exists already. */
    public static TestLog at(String url) {
        Addresses servers = DevServers.shared();
        return new TestLog(url, servers.jdbcUser(), servers.jdbcPassword());
    }

    /** Where it is, for another process. */
    public String url() {
        return url;
    }

    /** What a fact says may be kept as a snapshot of all that came before it. */
    private static SnapshotForm<?, ?> snapshots(int revision) {
        return new SnapshotForm<>(
                "test.Said",
                revision,
                ProductDelisted.class,
                ProductDelisted.class,
                UnaryOperator.identity(),
                UnaryOperator.identity());
    }

    /** The same log as a release has it that stores snapshots in another form. */
    TestLog ofAnotherRelease() {
        return new TestLog(url, user, password, Samples.TYPES, List.of(), 2);
    }

    /** The same log as another process has it. */
    public TestLog other() {
        return new TestLog(url, user, password);
    }

    /** The same log as a process of another release has it. */
    TestLog otherRelease(EventTypes types, EventUpcaster... upcasters) {
        return new TestLog(url, user, password, types, List.of(upcasters), 1);
    }

    /** Ends every connection to this log, as a restart of the server would. */
    void cutConnections() {
        sql().sql("select pg_terminate_backend(pid) from pg_stat_activity "
                        + "where application_name = current_schema() and pid <> pg_backend_pid()")
                .query((row, n) -> row.getBoolean(1))
                .list();
    }

    public JdbcClient sql() {
        return JdbcClient.create(connections.dataSource());
    }

    public DataSource dataSource() {
        return connections.dataSource();
    }

    public TokenStore tokens(String node) {
        return tokens(node, Duration.ofSeconds(10));
    }

    /** @param claim how long nobody else may take what this node has and does not use */
    public TokenStore tokens(String node, Duration claim) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource()))
                .serializer(TOKENS)
                .schema(TokenTable.SCHEMA)
                .nodeId(node)
                .claimTimeout(claim)
                .build();
    }

    public TransactionManager transactions() {
        return new SpringTransactionManager(new DataSourceTransactionManager(dataSource()));
    }

    @Override
    public void close() {
        store.close();
        connections.close();
    }
}

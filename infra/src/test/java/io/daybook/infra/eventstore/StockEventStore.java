package io.daybook.infra.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import io.daybook.infra.serialization.EventCodec;
import io.daybook.infra.serialization.EventSerializer;
import io.daybook.infra.serialization.KeysInMemory;
import io.daybook.infra.serialization.Samples;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.eventsourcing.eventstore.jpa.SQLErrorCodesResolver;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Axon's own event store over its JDBC engine, with our serializer, in a schema of its own on the shared PostgreSQL. */
final class StockEventStore implements AutoCloseable {
    private final String url;
    private final UnaryOperator<JdbcEventStorageEngine.Builder> settings;
    private final HikariDataSource pool;
    final EmbeddedEventStore store;

    /** A new one. */
    StockEventStore(UnaryOperator<JdbcEventStorageEngine.Builder> settings) {
        this(inNewSchema(), settings);
        engine().createSchema(PostgresEventTableFactory.INSTANCE);
    }

    private StockEventStore(String url, UnaryOperator<JdbcEventStorageEngine.Builder> settings) {
        this.url = url;
        this.settings = settings;
        pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(DevServers.shared().jdbcUser());
        pool.setPassword(DevServers.shared().jdbcPassword());
        pool.setMaximumPoolSize(24);
        pool.setMinimumIdle(1);
        // its default of 10,000, each with a copy of all gaps before it, fills a gigabyte
        store = EmbeddedEventStore.builder()
                .storageEngine(engine())
                .cachedEvents(100)
                .build();
    }

    private static String inNewSchema() {
        Addresses servers = DevServers.shared();
        String schema = Isolation.next();
        JdbcClient.create(new DriverManagerDataSource(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword()))
                .sql("create schema " + schema)
                .update();
        return servers.jdbcUrl() + "?currentSchema=" + schema;
    }

    private JdbcEventStorageEngine engine() {
        EventSerializer serializer = new EventSerializer(new EventCodec(Samples.TYPES, new KeysInMemory(), List.of()));
        return settings.apply(JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                        .persistenceExceptionResolver(new SQLErrorCodesResolver("PostgreSQL"))
                        .transactionManager(transactions()))
                .build();
    }

    TransactionManager transactions() {
        return new SpringTransactionManager(new DataSourceTransactionManager(pool));
    }

    /** The same events as another process has them. */
    StockEventStore other() {
        return new StockEventStore(url, settings);
    }

    /** The same events as a release has them that takes only some snapshots. */
    StockEventStore taking(SnapshotFilter snapshots) {
        return new StockEventStore(url, builder -> settings.apply(builder).snapshotFilter(snapshots));
    }

    @Override
    public void close() {
        store.shutDown();
        pool.close();
    }
}

package io.daybook.bench.books;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.bench.ledger.LedgerCommand;
import io.daybook.devservers.Addresses;
import io.daybook.infra.serialization.SerializationConfig;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Stock Axon as somebody sets it up who has read its tuning guide: JDBC, JSON, a pool that is large enough. */
final class JdbcBooks implements Books {
    private static final int POOL = 20;
    private static final int BATCH = 1_000;

    private final HikariDataSource pool;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private final Configuration axon;

    JdbcBooks(Addresses servers, @Nullable Cache recent) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(servers.jdbcUrl());
        config.setUsername(servers.jdbcUser());
        config.setPassword(servers.jdbcPassword());
        config.setMaximumPoolSize(POOL);
        pool = new HikariDataSource(config);
        transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(pool);
        Serializer json = SerializationConfig.generalSerializer();
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(json)
                .snapshotSerializer(json)
                .build();
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(json)
                .build();
        transactions.executeInTransaction(() -> {
            engine.createSchema(PostgresEventTableFactory.INSTANCE);
            tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
        });
        this.tokens = tokens;
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(c -> json)
                .configureTransactionManager(c -> transactions)
                .configureEventStore(
                        c -> EmbeddedEventStore.builder().storageEngine(engine).build());
        Ledgers.register(configurer, recent);
        axon = configurer.start();
    }

    @Override
    public void send(LedgerCommand command) {
        axon.commandGateway().sendAndWait(command);
    }

    @Override
    public CommandBus bus() {
        return axon.commandBus();
    }

    @Override
    public EventStore store() {
        return axon.eventStore();
    }

    @Override
    public TokenStore tokens() {
        return tokens;
    }

    @Override
    public TransactionManager transactions() {
        return transactions;
    }

    @Override
    public void tune(PooledStreamingEventProcessor.Builder processor) {
        processor.batchSize(BATCH).initialSegmentCount(1);
    }

    @Override
    public void close() {
        axon.shutdown();
        pool.close();
    }
}

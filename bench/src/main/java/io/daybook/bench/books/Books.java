package io.daybook.bench.books;

import io.daybook.bench.ledger.LedgerCommand;
import io.daybook.devservers.Addresses;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** A program that keeps ledgers on Axon. */
public interface Books extends AutoCloseable {
    /** Stock Axon with Spring Boot and JPA, nothing set that has a default: XStream, {@code @Lob}, a pool of 10. */
    String JPA_DEFAULT = "axon-jpa-default";

    /** Stock Axon with its JDBC engine, Jackson and a pool of 20. */
    String JDBC = "axon-jdbc";

    String DAYBOOK = "daybook";

    /** Metadata of a command that goes to the {@link #bus} directly and only loads an aggregate. */
    String ONLY_LOOKS = "only looks";

    /** All of them, slowest first. */
    List<String> NAMES = List.of(JPA_DEFAULT, JDBC, DAYBOOK);

    /**
     * @param servers with a database for this subject
     * @param recent keeps aggregates between commands; null for none, which is the stock default
     */
    static Books open(String name, Addresses servers, @Nullable Cache recent) throws Exception {
        return switch (name) {
            case JPA_DEFAULT -> new JpaBooks(servers, recent);
            case JDBC -> new JdbcBooks(servers, recent);
            case DAYBOOK -> new DaybookBooks(servers, recent);
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
    }

    /** Sends the command the way the program's users do; what it decided is durable when this returns. */
    void send(LedgerCommand command);

    /** Makes the threads that requests come on; those of the operating system, where Spring Boot is not told otherwise. */
    default ThreadFactory requests() {
        return Executors.defaultThreadFactory();
    }

    /** Below whatever stands in front of it. */
    CommandBus bus();

    EventStore store();

    TokenStore tokens();

    TransactionManager transactions();

    /** What coordinates a processor of this program; the caller shuts it down. */
    default ScheduledExecutorService coordinator() {
        return Executors.newScheduledThreadPool(1);
    }

    /** Sets what the program's users would set on a processor. */
    void tune(PooledStreamingEventProcessor.Builder processor);

    @Override
    void close();
}

package io.daybook.bench.books;

import io.daybook.bench.ledger.LedgerCommand;
import io.daybook.devservers.Addresses;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** A program that keeps ledgers on Axon. */
public interface Books extends AutoCloseable {
    /** Stock Axon with Spring Boot and JPA, nothing set that has a default: XStream, {@code @Lob}, a pool of 10. */
    String JPA_DEFAULT = "axon-jpa-default";

    /** Stock Axon with its JDBC engine, Jackson and a pool of 20. */
    String JDBC = "axon-jdbc";

    String DAYBOOK = "daybook";

    /** All of them, slowest first. */
    List<String> NAMES = List.of(JPA_DEFAULT, JDBC, DAYBOOK);

    /**
     * @param cached aggregates that are remembered between commands; 0 for none, which is the stock default
     * @param servers with an empty database
     */
    static Books open(String name, Addresses servers, int cached) throws Exception {
        return switch (name) {
            case JPA_DEFAULT -> new JpaBooks(servers, cached);
            case JDBC -> new JdbcBooks(servers, cached);
            case DAYBOOK -> new DaybookBooks(servers, cached);
            default -> throw new IllegalArgumentException("nobody is called " + name);
        };
    }

    /** Sends the command the way the program's users do; what it decided is durable when this returns. */
    void send(LedgerCommand command);

    /** Below whatever stands in front of it. */
    CommandBus bus();

    EventStore store();

    TokenStore tokens();

    TransactionManager transactions();

    @Override
    void close();
}

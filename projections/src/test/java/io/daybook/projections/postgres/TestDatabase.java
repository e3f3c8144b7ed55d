package io.daybook.projections.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.daybook.devservers.Addresses;
import io.daybook.devservers.DevServers;
import io.daybook.devservers.Isolation;
import org.flywaydb.core.Flyway;

/** A database of a test class's own, with every migration on the class path. */
public final class TestDatabase implements AutoCloseable {
    private final Addresses addresses = DevServers.shared().withDatabase(Isolation.next());
    private final HikariDataSource dataSource = new HikariDataSource();

    public TestDatabase() {
        dataSource.setJdbcUrl(addresses.jdbcUrl());
        dataSource.setUsername(addresses.jdbcUser());
        dataSource.setPassword(addresses.jdbcPassword());
        dataSource.setMaximumPoolSize(12);
        dataSource.setMinimumIdle(1);
        Flyway.configure().dataSource(dataSource).load().migrate();
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public Addresses addresses() {
        return addresses;
    }

    @Override
    public void close() {
        dataSource.close();
    }
}

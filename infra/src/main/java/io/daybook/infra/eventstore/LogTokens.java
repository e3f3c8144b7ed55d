package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;

/**
 * Axon's token store, whose commits of progress alone do not wait for the disk: a processor would stand still meanwhile, a fifth of a
 * quick replay. If the database dies, the last batches (at most three times its {@code wal_writer_delay}, 0.6 s by default) may be
 * handled again, which every handler must stand anyway. What a handler wrote in the same transaction waits for the disk as ever, and
 * its token with it; so do claims.
 */
final class LogTokens extends JdbcTokenStore {
    LogTokens(DataSource dataSource, Serializer serializer) {
        super(JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(serializer)
                .schema(TokenTable.SCHEMA));
    }

    @Override
    public void storeToken(TrackingToken token, String processorName, int segment) {
        waitForTheDiskOnlyIfSomethingElseWasWritten(processorName);
        super.storeToken(token, processorName, segment);
    }

    private void waitForTheDiskOnlyIfSomethingElseWasWritten(String processorName) {
        // the connection is that of the processor's transaction, which takes it back
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('synchronous_commit', 'off', true)"
                    + " where pg_current_xact_id_if_assigned() is null");
        } catch (SQLException e) {
            throw new JdbcException("cannot store the token of " + processorName + " without waiting for the disk", e);
        }
    }
}

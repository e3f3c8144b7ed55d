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
 * Axon's token store, whose commits of progress do not wait for the disk: a processor would stand still meanwhile, a fifth of a quick
 * replay. If the database dies, the last batches (at most three times its {@code wal_writer_delay}, 0.6 s by default) are handled again
 * together with whatever was written in their transactions, which every handler must stand anyway. Claims wait for the disk as ever.
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
        super.storeToken(token, processorName, segment);
        // the connection is that of the processor's transaction, which takes it back
        try (Connection connection = getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        } catch (SQLException e) {
            throw new JdbcException("cannot store the token of " + processorName + " without waiting for the disk", e);
        }
    }
}

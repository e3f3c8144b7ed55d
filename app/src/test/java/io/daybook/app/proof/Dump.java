package io.daybook.app.proof;

import io.daybook.app.proof.Program.Shop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * A dump of one database, restored into an empty one: the schema, then the rows of every table as they were at one moment. The
 * bundled PostgreSQL comes without {@code pg_dump}, which does the same. There are no sequences to carry over: the log numbers its
 * events by itself.
 */
final class Dump {
    private static final String TABLES =
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
                    + " and relname <> 'flyway_schema_history'";
    private static final String PARTITIONS =
            "select format('create table %I partition of %I %s', c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid))"
                    + " from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent"
                    + " where c.relkind = 'r'";
    private static final String SEQUENCES = "select sequencename from pg_sequences";

    private Dump() {}

    static void restore(Shop from, Shop into) throws SQLException, IOException {
        Flyway.configure()
                .dataSource(
                        into.addresses().jdbcUrl(),
                        into.addresses().jdbcUser(),
                        into.addresses().jdbcPassword())
                .load()
                .migrate();
        try (Connection source = new Log(from).connect();
                Connection target = new Log(into).connect()) {
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            if (!texts(source, SEQUENCES).isEmpty()) {
                throw new IllegalStateException("a sequence would begin anew: " + texts(source, SEQUENCES));
            }
            for (String partition : texts(source, PARTITIONS)) {
                execute(target, partition);
            }
            List<String> tables = texts(source, TABLES);
            execute(target, "truncate " + String.join(", ", tables));
            for (String table : tables) {
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copies(source).copyOut("copy " + table + " to stdout (format binary)", rows);
                copies(target)
                        .copyIn(
                                "copy " + table + " from stdin (format binary)",
                                new ByteArrayInputStream(rows.toByteArray()));
            }
        }
    }

    private static CopyManager copies(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}

package io.daybook.bench.servers;

import io.daybook.bench.children.Child;
import io.daybook.devservers.Addresses;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a figure depends on, said before any figure. */
final class Settings {
    private static final List<String> SHOWN =
            List.of("fsync", "synchronous_commit", "full_page_writes", "wal_level", "shared_buffers", "max_wal_size");

    private Settings() {}

    static String of(Addresses servers) {
        List<String> said = new ArrayList<>();
        try (Connection c = DriverManager.getConnection(servers.jdbcUrl(), servers.jdbcUser(), servers.jdbcPassword());
                Statement show = c.createStatement()) {
            said.add("PostgreSQL " + value(show, "server_version"));
            for (String name : SHOWN) {
                said.add(name + "=" + value(show, name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the server does not say how it is set", e);
        }
        return String.join(", ", said) + "\n" + Runtime.getRuntime().availableProcessors()
                + " processors, shared by server and subjects; JDK " + Runtime.version()
                + "; one JVM per subject: " + String.join(" ", Child.HEAP) + "\n";
    }

    private static String value(Statement show, String name) throws SQLException {
        try (ResultSet row = show.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}

package io.daybook.infra.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Whether other processes listen to a log, as their sessions were called when somebody last looked. */
final class Audience implements AutoCloseable {
    private static final long LOOK_AFTER_NANOS = 1_000_000_000;
    private static final String OTHERS = """
            select exists (
                select from pg_stat_activity
                 where datname = current_database() and starts_with(application_name, ?) and application_name <> ?)
            """;

    private final PreparedStatement look;
    private long looked = System.nanoTime();
    private boolean there = true;

    Audience(UUID log, String process, Connection connection) throws SQLException {
        look = connection.prepareStatement(OTHERS);
        look.setString(1, member(log, ""));
        look.setString(2, member(log, process));
    }

    /** What the session of a process is called that listens to the log. PostgreSQL cuts names to 63 characters. */
    static String member(UUID log, String process) {
        return "daybook " + log + " " + process;
    }

    /** True before the first look. */
    boolean isThere() {
        return there;
    }

    /** Whether the last look is a second ago. */
    boolean isToBeLookedAt() {
        return System.nanoTime() - looked > LOOK_AFTER_NANOS;
    }

    void look() throws SQLException {
        try (ResultSet others = look.executeQuery()) {
            others.next();
            there = others.getBoolean(1);
        }
        looked = System.nanoTime();
    }

    @Override
    public void close() throws SQLException {
        look.close();
    }
}

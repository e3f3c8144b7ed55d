package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Appends are told to whoever listens; a stranger among the listeners, whom no process knows of, hears what is told. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AnnouncerTest {
    private final TestLog log = new TestLog();
    private Connection stranger;
    private int appended;

    @BeforeEach
    void listen() throws SQLException {
        stranger = log.connections.open();
        try (Statement statement = stranger.createStatement()) {
            statement.execute("listen event_log");
        }
    }

    @AfterEach
    void close() throws SQLException {
        stranger.close();
        log.close();
    }

    @Test
    void while_nobody_else_listens_only_what_follows_a_pause_is_told() throws Exception {
        assertThat(heardWhileAppendingFor(Duration.ofMillis(1_500))).isPositive();
        int alone = heardWhileAppendingFor(Duration.ofSeconds(3));
        assertThat(alone).isBetween(1, 4);

        TestLog elsewhere = log.other();
        try {
            heardWhileAppendingFor(Duration.ofMillis(1_500));
            assertThat(heardWhileAppendingFor(Duration.ofSeconds(1))).isGreaterThan(20);
        } finally {
            elsewhere.close();
        }

        Thread.sleep(1_200);
        heardWhileAppendingFor(Duration.ofMillis(50));
        assertThat(heardWhileAppendingFor(Duration.ofMillis(700))).isLessThanOrEqualTo(1);
    }

    /** How many notifications of this log came. */
    private int heardWhileAppendingFor(Duration length) throws Exception {
        PGConnection ear = stranger.unwrap(PGConnection.class);
        String mine = log.adoption.logId().toString();
        int heard = 0;
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            log.store.publish(List.of(fact("A" + appended++, 0)));
            PGNotification[] told = ear.getNotifications(10);
            for (PGNotification one : told == null ? new PGNotification[0] : told) {
                heard += one.getParameter().startsWith(mine) ? 1 : 0;
            }
        }
        return heard;
    }
}

package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Somebody holds what appends need. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeldLogTest {
    private static final String HOLD = "select 1 from log_head for update";

    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void an_append_that_is_stopped_keeps_others_waiting_no_longer_than_it_may_last() throws Exception {
        Connection stopped = log.connections.appending().getConnection();
        hold(stopped);
        Instant before = Instant.now();
        log.store.publish(List.of(fact("A", 0)));

        assertThat(Duration.between(before, Instant.now()))
                .isBetween(Duration.ofSeconds(3), LogConnections.LONGEST_APPEND.plusSeconds(2));
        assertThatThrownBy(() -> hold(stopped)).isInstanceOf(SQLException.class);
        stopped.close();
    }

    @Test
    void who_holds_the_log_is_named_and_appends_give_up() throws Exception {
        try (Connection operator = log.asSomebody("somebody")) {
            hold(operator);
            CompletableFuture<Void> append = CompletableFuture.runAsync(() -> log.store.publish(List.of(fact("A", 0))));
            Culprits culprits = new Culprits(log.dataSource());
            List<String> named = culprits.ofAppends();
            while (named.isEmpty() && !append.isDone()) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                named = culprits.ofAppends();
            }

            assertThat(named).singleElement().asString().contains("somebody", "idle in transaction", HOLD);
            assertThat(log.engine.writingFor()).isPositive();
            assertThatThrownBy(append::join)
                    .hasCauseInstanceOf(EventStoreException.class)
                    .hasMessageContaining("somebody holds the log; nothing was written");
        }
        assertThat(log.reader.head()).isZero();
        log.store.publish(List.of(fact("A", 0)));
    }

    @Test
    void a_snapshot_that_is_held_is_noticed() throws Exception {
        try (Connection report = log.asSomebody("report")) {
            report.setAutoCommit(false);
            report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = report.createStatement()) {
                statement.execute("select count(*) from event_log");
            }
            assertThat(new Culprits(log.dataSource()).ofOldSnapshots())
                    .anySatisfy(culprit -> assertThat(culprit).contains("report"));
        }
    }

    private static void hold(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(HOLD);
        }
    }
}

package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.infra.eventstore.AppendCall.Outcome;
import io.daybook.infra.eventstore.KnownEnd.End;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What one call does to positions, streams and the end of the log. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AppendCallTest {
    private final TestLog log = new TestLog();
    private final TestLog elsewhere = log.other();

    @AfterEach
    void close() {
        elsewhere.close();
        log.close();
    }

    @Test
    void events_are_of_their_streams_however_they_are_mixed() throws SQLException {
        write(false, null, append(row("A", 0), row("B", 0), row("A", 1), row("B", 1)));
        write(false, null, append(row("B", 2), row("C", 0), row("A", 2), row("C", 1)), append(row("D", 0)));

        assertThat(log.sql()
                        .sql(
                                "select position || ' ' || stream || ' ' || aggregate_id || sequence from event_log order by 1")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "1 1 A0", "2 2 B0", "3 1 A1", "4 2 B1", "5 2 B2", "6 6 C0", "7 1 A2", "8 6 C1", "9 9 D0");
        assertThat(log.sql()
                        .sql("select sequence from story('C')")
                        .query(Long.class)
                        .list())
                .containsExactly(0L, 1L);
    }

    @Test
    void events_of_one_stream_follow_each_other_and_what_comes_too_late_is_not_written() throws SQLException {
        write(false, null, append(row("A", 0), row("A", 1)));
        write(false, null, append(row("A", 2), row("A", 3), row("A", 4)));

        assertThat(write(false, null, append(row("A", 3), row("A", 4))).lost()).containsExactly(0);
        assertThat(write(true, null, append(row("A", 0), row("A", 1))).lost()).containsExactly(0);

        assertThat(log.sql()
                        .sql(
                                "select position || ' ' || stream || ' ' || aggregate_id || sequence from event_log order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("1 1 A0", "2 1 A1", "3 1 A2", "4 1 A3", "5 1 A4");
        assertThat(log.sql()
                        .sql("select sequence || ' ' || first_position || ' ' || last_position from stream_head")
                        .query(String.class)
                        .list())
                .containsExactly("4 1 5");
    }

    @Test
    void what_came_too_late_is_left_out_and_the_others_close_up() throws SQLException {
        write(false, null, append(row("A", 0)), append(row("B", 0)));

        Outcome outcome = write(
                true,
                null,
                append(row("C", 0), row("C", 1)),
                append(row("A", 0), row("E", 0)),
                append(row("B", 1), row("D", 0), row("B", 2), row("D", 1)));

        assertThat(outcome.lost()).containsExactly(1);
        assertThat(Objects.requireNonNull(outcome.end()).position()).isEqualTo(8);
        assertThat(log.sql()
                        .sql(
                                "select position || ' ' || stream || ' ' || aggregate_id || sequence from event_log where position > 2 order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("3 3 C0", "4 3 C1", "5 2 B1", "6 6 D0", "7 2 B2", "8 6 D1");
        assertThat(log.sql()
                        .sql("select aggregate_id || ' ' || first_position from stream_head order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("A 1", "B 2", "C 3", "D 6");
    }

    @Test
    void who_is_wrong_about_the_end_writes_nothing() throws SQLException {
        End end = write(false, null, append(row("A", 0))).end();
        assertThat(write(false, end, append(row("B", 0))).end())
                .extracting(End::position)
                .isEqualTo(2L);

        assertThatThrownBy(() -> write(false, end, append(row("C", 0)))).hasMessageContaining("_pkey");
        assertThatThrownBy(() -> write(false, end, append(row("C", 0), row("C", 1))))
                .hasMessageContaining("_pkey");

        assertThat(log.reader.head()).isEqualTo(2);
        assertThat(log.sql()
                        .sql("select count(*) from stream_head")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void time_does_not_run_back_from_a_known_end() throws SQLException {
        Instant later = Instant.parse("2199-01-01T00:00:00.123456Z");
        long micros = later.getEpochSecond() * 1_000_000 + 123_456;

        End first = write(false, new End(0, micros), append(row("A", 0))).end();
        End second = write(false, first, append(row("B", 0), row("B", 1))).end();

        assertThat(first).isEqualTo(new End(1, micros));
        assertThat(second).isEqualTo(new End(3, micros));
        assertThat(log.reader.page(0, 9, 9)).extracting(RecordedRow::recordedAt).containsOnly(later);
    }

    @Test
    void two_processes_that_write_by_turns_leave_no_hole() {
        int count = 0;
        for (int turn = 0; turn < 60; turn++) {
            TestLog writer = turn % 2 == 0 ? log : elsewhere;
            for (int n = 0; n <= turn % 5; n++) {
                List<DomainEventMessage<?>> unit = n % 2 == 0
                        ? List.of(fact("A" + count, 0))
                        : List.of(fact("A" + count, 0), fact("A" + count, 1));
                writer.store.publish(unit);
                count += unit.size();
            }
        }

        // throws where a position is missing
        assertThat(log.reader.page(0, Long.MAX_VALUE, 2 * count)).hasSize(count);
    }

    private Outcome write(boolean sortingOut, @Nullable End end, Append... group) throws SQLException {
        try (Connection connection = log.connections.appending().getConnection()) {
            new LogPartitions(TestLog.PARTITION).prepare(connection);
            return AppendCall.write(List.of(group), sortingOut, log.adoption.logId(), end, connection);
        }
    }

    private static Append append(EventRow... rows) {
        return new Append(List.of(rows), Map.of(), List.of());
    }

    private static EventRow row(String aggregateId, long sequence) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return new EventRow("Product", aggregateId, sequence, UUID.randomUUID(), "test.Said", 1, json, json);
    }
}

package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.dispatch.Scope;
import io.daybook.infra.eventstore.AppendCall.Outcome;
import io.daybook.infra.eventstore.KnownEnd.End;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an append does to positions, streams and the end of the log, whichever way it takes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WaysIntoTheLogTest {
    private final TestLog log = new TestLog();
    private final TestLog elsewhere = log.other();
    private @Nullable End end;

    enum Way {
        IN_ANY_CASE,
        DIRECT_FROM_A_KNOWN_END,
        DIRECT_TO_BE_LOOKED_FOR
    }

    @AfterEach
    void close() {
        elsewhere.close();
        log.close();
    }

    @ParameterizedTest
    @EnumSource
    void events_are_of_their_streams_however_they_are_mixed(Way way) throws SQLException {
        begin();
        write(way, append(row("A", 0), row("B", 0), row("A", 1), row("B", 1)));
        write(way, append(row("B", 2), row("C", 0), row("A", 2), row("C", 1)), append(row("D", 0)));
        write(way, append(row("D", 1)));
        write(way, append(row("E", 0)));
        write(way, append(row("E", 1), row("E", 2)), append(row("D", 2)));

        assertThat(events(2))
                .containsExactly(
                        "2 2 A0",
                        "3 3 B0",
                        "4 2 A1",
                        "5 3 B1",
                        "6 3 B2",
                        "7 7 C0",
                        "8 2 A2",
                        "9 7 C1",
                        "10 10 D0",
                        "11 10 D1",
                        "12 12 E0",
                        "13 12 E1",
                        "14 12 E2",
                        "15 10 D2");
        assertThat(heads())
                .containsExactly("A 2 2 10", "B 2 3 10", "C 1 7 10", "D 2 10 15", "E 2 12 15", "first 0 1 1");
        assertThat(log.sql()
                        .sql("select sequence from story('C')")
                        .query(Long.class)
                        .list())
                .containsExactly(0L, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_too_late_is_not_written(Way way) throws SQLException {
        begin();
        write(way, append(row("A", 0), row("A", 1)));
        write(way, append(row("A", 2), row("A", 3), row("A", 4)));
        write(way, append(item("sku@here", 0)));
        List<@Nullable String> before = events(0);

        for (Append late : List.of(
                append(row("A", 0)),
                append(row("A", 4)),
                append(row("A", 6)),
                append(row("A", 0), row("A", 1)),
                append(row("A", 3), row("A", 4)),
                append(row("B", 0), row("A", 3)),
                append(item("sku@here", 0)),
                append(row("B", 0), item("sku@here", 0)))) {
            assertThat(isRefused(way, late)).as("%s", late.steps()).isTrue();
        }

        assertThat(events(0)).isEqualTo(before);
        assertThat(heads()).containsExactly("A 4 2 6", "first 0 1 1", "sku@here 0 7 7");
    }

    @ParameterizedTest
    @EnumSource
    void what_was_only_read_must_still_be_so(Way way) throws SQLException {
        begin();
        write(way, append(row("A", 0)), append(row("B", 0)));

        write(way, reading("A", 0, row("C", 0)));
        write(way, reading("none", -1, row("C", 1)));
        write(way, reading("A", 0, row("C", 2), row("D", 0)), reading("none", -1, row("B", 1)));
        assertThat(events(4)).containsExactly("4 4 C0", "5 4 C1", "6 4 C2", "7 7 D0", "8 3 B1");
        for (Append late : List.of(
                reading("B", 0, row("C", 3)),
                reading("B", 2, row("E", 0)),
                reading("B", -1, row("E", 0), row("E", 1)),
                reading("none", 0, row("C", 3), row("E", 0)))) {
            assertThat(isRefused(way, late)).as("%s", late.steps()).isTrue();
        }

        assertThat(log.reader.head()).isEqualTo(8);
        assertThat(heads()).containsExactly("A 0 2 3", "B 1 3 8", "C 2 4 8", "D 0 7 8", "first 0 1 1");
    }

    @Test
    void what_came_too_late_is_left_out_and_the_others_close_up() throws SQLException {
        write(Way.IN_ANY_CASE, append(row("A", 0)), append(row("B", 0)));

        Outcome outcome = inAnyCase(
                append(row("C", 0), row("C", 1)),
                append(row("A", 0), row("E", 0)),
                append(row("B", 1), row("D", 0), row("B", 2), row("D", 1)));

        assertThat(outcome.lost()).containsExactly(1);
        assertThat(Objects.requireNonNull(outcome.end()).position()).isEqualTo(8);
        assertThat(events(3)).containsExactly("3 3 C0", "4 3 C1", "5 2 B1", "6 6 D0", "7 2 B2", "8 6 D1");
        assertThat(heads()).containsExactly("A 0 1 2", "B 2 2 8", "C 1 3 8", "D 1 6 8");
    }

    @Test
    void who_is_wrong_about_the_end_writes_nothing() throws SQLException {
        begin();
        End wrong = Objects.requireNonNull(end);
        write(Way.DIRECT_FROM_A_KNOWN_END, append(row("B", 0)));

        end = wrong;
        assertThatThrownBy(() -> write(Way.DIRECT_FROM_A_KNOWN_END, append(row("C", 0))))
                .hasMessageContaining("_pkey");
        assertThatThrownBy(() -> write(Way.DIRECT_FROM_A_KNOWN_END, append(row("C", 0), row("C", 1))))
                .hasMessageContaining("_pkey");

        assertThat(log.reader.head()).isEqualTo(2);
        assertThat(heads()).containsExactly("B 0 2 2", "first 0 1 1");
    }

    @Test
    void where_there_is_no_room_nothing_is_written() throws SQLException {
        int part = (int) TestLog.PARTITION;
        log.store.publish(Facts.facts("A", part - 2));

        try (Connection connection = log.connections.appending().getConnection()) {
            LogPartitions partitions = new LogPartitions(part);
            partitions.prepare(connection);
            assertThat(partitions.holding(1, part - 2)).isNotNull();
            assertThat(partitions.holding(2, part - 2)).isNull();
            assertThatThrownBy(() -> DirectAppend.write(
                            List.of(append(row("B", 0), row("B", 1))),
                            log.adoption.logId(),
                            Objects.requireNonNull(partitions.holding(1, part - 2)),
                            null,
                            connection))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(AppendFailure.hasNoPartition(e)).isTrue());
        }
        log.store.publish(Facts.facts("B", 2));

        assertThat(log.reader.page(0, Long.MAX_VALUE, 2 * part)).hasSize(part);
    }

    @ParameterizedTest
    @EnumSource
    void whoever_writes_has_locked_the_head_in_the_same_transaction(Way way) throws SQLException {
        begin();
        // more often than the driver takes to have a statement prepared by the server
        for (int n = 0; n < 10; n++) {
            for (Append append : List.of(
                    append(row("A", n)),
                    append(row("B", n), row("C" + n, 0)),
                    append(item("sku@" + n, 0)),
                    append(item("sku-a@" + n, 0), item("sku-b@" + n, 0)))) {
                write(way, append);
                assertThat(log.sql()
                                .sql(
                                        "select (select xmax::text from log_head) = (select xmin::text from event_log order by position desc limit 1)")
                                .query(Boolean.class)
                                .single())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_incarnation_is_not_written_to(Way way) throws SQLException {
        begin();
        log.sql().sql("update log_head set log_id = gen_random_uuid()").update();

        assertThat(isRefused(way, append(row("A", 0)))).isTrue();
        assertThat(isRefused(way, append(row("A", 0), row("B", 0)))).isTrue();

        assertThat(log.reader.head()).isEqualTo(1);
        assertThat(heads()).containsExactly("first 0 1 1");
    }

    @ParameterizedTest
    @EnumSource
    void what_rides_along_is_written_with_one_event_and_with_several(Way way) throws SQLException {
        begin();
        write(way, answering("one", item("sku-1@here", 0)));
        End one = Objects.requireNonNull(end);
        end = new End(one.position(), one.recordedAt().plusSeconds(1));
        write(way, answering("two", item("sku-2@here", 0), item("sku-2@there", 0)), append(item("sku-3@here", 0)));
        // more often than the driver takes to have a statement prepared by the server
        for (int n = 0; n < 10; n++) {
            assertThatThrownBy(() -> write(way, answering("one", item("sku-4@here", 0))))
                    .hasMessageContaining("answer_pkey");
            assertThatThrownBy(() -> write(way, answering("one", item("sku-4@here", 0), item("sku-1@here", 1))))
                    .hasMessageContaining("answer_pkey");
        }

        assertThat(log.sql()
                        .sql("select sku || '@' || location from item_of_sku order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("sku-1@here", "sku-2@here", "sku-2@there", "sku-3@here");
        assertThat(log.sql()
                        .sql(
                                "select a.key from answer a join event_log e using (recorded_at) where position in (2, 4) order by position")
                        .query(String.class)
                        .list())
                .containsExactly("one", "two");
        assertThat(log.reader.head()).isEqualTo(5);
        assertThat(heads()).hasSize(5);
    }

    @Test
    void both_ways_know_whose_events_have_something_ride_along() {
        assertThat(log.sql()
                        .sql(
                                "select distinct m[1] from pg_proc, regexp_matches(prosrc, '''(\\w+)'' = any \\(p_aggregate_types\\)', 'g') m where proname = 'append_riders'")
                        .query(String.class)
                        .set())
                .isEqualTo(DirectAppend.CARRIERS);
    }

    @ParameterizedTest
    @EnumSource
    void time_does_not_run_back(Way way) throws SQLException {
        begin();
        Instant later = Instant.parse("2199-01-01T00:00:00.123456Z");
        log.sql().sql("update event_log set recorded_at = '" + later + "'").update();
        end = new End(1, later.atOffset(ZoneOffset.UTC));

        write(way, append(row("A", 0)));
        assertThat(end).isEqualTo(new End(2, later.atOffset(ZoneOffset.UTC)));
        write(way, append(row("B", 0), row("B", 1)));
        assertThat(end).isEqualTo(new End(4, later.atOffset(ZoneOffset.UTC)));
        assertThat(log.reader.page(0, 9, 9)).extracting(RecordedRow::recordedAt).containsOnly(later);
    }

    @Test
    void whoever_knows_the_end_says_when() throws SQLException {
        begin();
        Instant then = Instant.parse("2199-01-01T00:00:00.123456Z");
        end = new End(1, then.atOffset(ZoneOffset.UTC));

        write(Way.DIRECT_FROM_A_KNOWN_END, append(row("A", 0)));
        write(Way.DIRECT_FROM_A_KNOWN_END, append(row("B", 0)), append(row("C", 0)));
        write(Way.DIRECT_FROM_A_KNOWN_END, append(item("sku@here", 0)));

        assertThat(log.reader.page(1, 9, 9)).extracting(RecordedRow::recordedAt).containsOnly(then);
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

    /** The end is looked for in the partition where it is, which must have an event. */
    private void begin() throws SQLException {
        write(Way.IN_ANY_CASE, append(row("first", 0)));
    }

    private boolean isRefused(Way way, Append append) throws SQLException {
        try {
            if (way == Way.IN_ANY_CASE) {
                return inAnyCase(append).lost().equals(Set.of(0));
            }
            return directly(way, append) == null;
        } catch (SQLException e) {
            return AppendFailure.isOfTheDirectWay(e) || AppendFailure.isOtherIncarnation(e);
        }
    }

    private void write(Way way, Append... group) throws SQLException {
        End left = way == Way.IN_ANY_CASE ? inAnyCase(group).end() : directly(way, group);
        end = Objects.requireNonNull(left);
    }

    private Outcome inAnyCase(Append... group) throws SQLException {
        try (Connection connection = log.connections.appending().getConnection()) {
            new LogPartitions(TestLog.PARTITION).prepare(connection);
            return AppendCall.write(List.of(group), log.adoption.logId(), connection);
        }
    }

    private @Nullable End directly(Way way, Append... group) throws SQLException {
        try (Connection connection = log.connections.appending().getConnection()) {
            LogPartitions partitions = new LogPartitions(TestLog.PARTITION);
            partitions.prepare(connection);
            return DirectAppend.write(
                    List.of(group),
                    log.adoption.logId(),
                    Objects.requireNonNull(partitions.holding(9, 1)),
                    way == Way.DIRECT_FROM_A_KNOWN_END ? end : null,
                    connection);
        }
    }

    /** Position, stream, aggregate and sequence of the events from a position on. */
    private List<@Nullable String> events(long from) {
        return log.sql()
                .sql(
                        "select position || ' ' || stream || ' ' || aggregate_id || sequence from event_log where position >= "
                                + from + " order by position")
                .query(String.class)
                .list();
    }

    private List<@Nullable String> heads() {
        return log.sql()
                .sql(
                        "select aggregate_id || ' ' || sequence || ' ' || first_position || ' ' || last_position from stream_head order by 1")
                .query(String.class)
                .list();
    }

    private static Append append(EventRow... rows) {
        return new Append(List.of(rows), Map.of(), List.of());
    }

    private static Append reading(String aggregateId, long version, EventRow... rows) {
        return new Append(List.of(rows), Map.of(aggregateId, version), List.of());
    }

    private static Append answering(String key, EventRow... rows) {
        return new Append(
                List.of(rows), Map.of(), List.of(new RidingAnswer(new Scope("somebody", "test", key), "hash", "{}")));
    }

    private static EventRow row(String aggregateId, long sequence) {
        return row("Product", aggregateId, sequence);
    }

    private static EventRow item(String aggregateId, long sequence) {
        return row("InventoryItem", aggregateId, sequence);
    }

    private static EventRow row(String aggregateType, String aggregateId, long sequence) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        return new EventRow(aggregateType, aggregateId, sequence, UUID.randomUUID(), "test.Said", 1, json, json);
    }
}

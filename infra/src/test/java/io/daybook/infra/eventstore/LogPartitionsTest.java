package io.daybook.infra.eventstore;

import static io.daybook.infra.eventstore.Facts.fact;
import static io.daybook.infra.eventstore.Facts.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The log grows by one part after the other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LogPartitionsTest {
    private static final int PART = (int) TestLog.PARTITION;
    /** As the runbook says it. */
    private static final String LOWER_BOUND = """
            select least(
                (select min(coalesce(s.position, h.first_position)) from stream_head h left join snapshot s using (aggregate_id)),
                (select min((convert_from(token, 'UTF8')::json ->> 'globalIndex')::bigint) from token_entry where token is not null)
            ) as lower_bound
            """;

    private final TestLog log = new TestLog();
    private final TestLog elsewhere = log.other();

    @AfterEach
    void close() {
        elsewhere.close();
        log.close();
    }

    private List<Long> ends() {
        return log.sql()
                .sql("select past_last from log_partition order by 1")
                .query((row, n) -> row.getLong(1))
                .list();
    }

    @Test
    void a_whole_empty_part_lies_ahead_whoever_appends() {
        int atOnce = PART / 20;
        for (int i = 0; i < 3 * PART / atOnce; i++) {
            (i % 2 == 0 ? log : elsewhere).store.publish(facts("A" + i, atOnce));
            assertThat(ends().getLast() - log.reader.head()).isGreaterThan(PART);
        }
        assertThat(ends()).containsExactly((long) PART, 2L * PART, 3L * PART, 4L * PART, 5L * PART);
    }

    @Test
    void an_append_larger_than_a_part_finds_room() {
        log.store.publish(facts("A", 5 * PART + 1));

        assertThat(log.reader.page(0, Long.MAX_VALUE, 10 * PART)).hasSize(5 * PART + 1);
        assertThat(elsewhere.store.readEvents("A").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, 5 * PART).boxed().toList());
    }

    @Test
    void a_part_below_the_lower_bound_can_be_detached_and_attached_again() {
        log.store.publish(facts("A", PART));
        log.store.publish(facts("B", PART));
        log.store.publish(facts("C", 3));
        assertThat(log.sql().sql(LOWER_BOUND).query(Long.class).single()).isEqualTo(1);

        log.sql()
                .sql("alter table event_log detach partition event_log_000000000000 concurrently")
                .update();

        log.store.publish(List.of(fact("B", PART)));
        assertThat(elsewhere.store.readEvents("C").asStream()).hasSize(3);
        assertThatThrownBy(() -> log.reader.page(0, Long.MAX_VALUE, 10)).isInstanceOf(LogHole.class);
        assertThat(log.reader.page(PART - 1, Long.MAX_VALUE, 10 * PART)).hasSize(PART + 5);

        log.sql()
                .sql("alter table event_log attach partition event_log_000000000000 for values from (0) to (" + PART
                        + ")")
                .update();
        assertThat(log.reader.page(0, Long.MAX_VALUE, 10 * PART)).hasSize(2 * PART + 4);
    }
}

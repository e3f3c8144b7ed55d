package io.daybook.projections.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.domain.kernel.ReadAfter;
import io.daybook.domain.kernel.ReadAfter.Mark;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.Version;
import io.daybook.projections.engine.Written;
import io.daybook.projections.joined.JoinedProjection;
import io.daybook.query.reading.BadQuestion;
import io.daybook.query.reading.Reading;
import io.daybook.query.reading.ViewLate;
import io.daybook.query.reading.ViewLate.Lag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FreshnessTest {
    private static final ReadAfter TOKEN = new ReadAfter(List.of(
            new Mark("Order", "order:o1", 1),
            new Mark("InventoryItem", "CUP@north", 4),
            new Mark("InventoryItem", "SAUCER@north", 9)));

    private final JoinedProjection projection = new JoinedProjection("joined", 0);
    private final Written written = new Written();
    private final AtomicLong sequence = new AtomicLong(4);
    private final Freshness patient = new Freshness(written, Duration.ofSeconds(30));
    private final Freshness hasty = new Freshness(written, Duration.ofMillis(30));

    @Test
    void marks_of_other_rows_and_other_views_do_not_count() {
        assertThat(read(hasty, Reading.after(TOKEN))).isEqualTo(new Fresh<>(row(4), false));
    }

    @Test
    void without_a_token_anything_will_do() {
        sequence.set(-1);

        assertThat(read(hasty, Reading.ANY).stale()).isFalse();
    }

    @Test
    void a_write_wakes_who_waits_for_it() {
        sequence.set(3);
        Thread follower = Thread.ofPlatform().start(() -> {
            sequence.set(4);
            written.ring("joined");
        });

        assertThat(read(patient, Reading.after(TOKEN))).isEqualTo(new Fresh<>(row(4), false));
        assertThat(follower.isDaemon()).isFalse();
    }

    @Test
    void a_view_that_is_late_says_by_how_much() {
        sequence.set(2);

        assertThatThrownBy(() -> read(hasty, Reading.after(TOKEN)))
                .isInstanceOfSatisfying(
                        ViewLate.class, late -> assertThat(late.lag()).containsExactly(new Lag("CUP@north", 4, 2)));
    }

    @Test
    void an_old_answer_is_marked_as_such_for_who_takes_it() {
        sequence.set(2);

        assertThat(read(hasty, new Reading(TOKEN, true))).isEqualTo(new Fresh<>(row(2), true));
    }

    @Test
    void a_token_that_names_what_cannot_be_is_a_bad_question() {
        ReadAfter mangled = ReadAfter.of("InventoryItem", "no item", 1);

        assertThatThrownBy(() -> read(hasty, Reading.after(mangled))).isInstanceOf(BadQuestion.class);
    }

    private Fresh<Row<String>> read(Freshness freshness, Reading reading) {
        return freshness.row(
                projection, "CUP", reading, () -> row(sequence.get()), (row, mark) -> row.applied(mark.aggregateId()));
    }

    private static Row<String> row(long sequence) {
        return new Row<>("CUP", "cup", Map.of("CUP@north", sequence), Version.of(0));
    }
}

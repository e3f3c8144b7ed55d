package io.daybook.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutcomeTest {
    /** The machine was ten times slower in the second round. */
    private static final Outcome OUTCOME = new Outcome(
            "16x1", List.of(round(1_000, 900), round(100, 50), round(1_100, 880), round(1_000, 700), round(900, 900)));

    private static Round round(double floor, double daybook) {
        return new Round(Map.of("floor", Map.of("appends_per_s", floor), "daybook", Map.of("appends_per_s", daybook)));
    }

    @Test
    void a_ratio_is_taken_inside_each_round_and_the_median_is_that_of_the_ratios() {
        assertThat(OUTCOME.ratio("daybook", "floor", "appends_per_s")).contains(new Spread(0.8, 0.5, 1));
        assertThat(OUTCOME.spread("daybook", "appends_per_s")).contains(new Spread(880, 50, 900));
    }

    @Test
    void every_subject_and_metric_has_a_figure() {
        assertThat(OUTCOME.figures(List.of("floor", "daybook")))
                .containsExactly(
                        new Figure("16x1", "floor", "appends_per_s", 1_000, 100, 1_100, 1.0),
                        new Figure("16x1", "daybook", "appends_per_s", 880, 50, 900, 0.8));
    }

    @Test
    void without_a_floor_there_is_no_ratio() {
        Outcome alone = new Outcome("hot64", List.of(new Round(Map.of("daybook", Map.of("p99_us", 5.0)))));

        assertThat(alone.figures(List.of("daybook")))
                .containsExactly(new Figure("hot64", "daybook", "p99_us", 5, 5, 5, null));
        assertThat(alone.ratio("daybook", "axon-jdbc", "p99_us")).isEmpty();
    }

    @Test
    void the_median_of_an_even_number_of_rounds_lies_between_the_middle_two() {
        assertThat(Spread.of(4, 1, 2, 9)).isEqualTo(new Spread(3, 1, 9));
        assertThatThrownBy(Spread::of).hasMessage("no round was counted");
    }
}

package io.daybook.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GoalTest {
    private static final Outcome OUTCOME = new Outcome(
            "64x1",
            List.of(new Round(Map.of(
                    "floor", Map.of("appends_per_s", 1_000.0, "p99_us", 20.0),
                    "daybook", Map.of("appends_per_s", 1_800.0, "p99_us", 21.0)))));

    @Test
    void a_goal_compares_with_another_subject_or_with_a_number() {
        assertThat(judge(Goal.atLeastTimes(1.8, "floor", "64x1", "appends_per_s")))
                .endsWith("1.80  met");
        assertThat(judge(Goal.atLeastTimes(1.9, "floor", "64x1", "appends_per_s")))
                .endsWith("1.80  MISSED");
        assertThat(judge(Goal.atMostTimes(1, "floor", "64x1", "p99_us"))).endsWith("1.05  MISSED");
        assertThat(judge(Goal.atMost(25, "64x1", "p99_us"))).endsWith("21.00  met");
        assertThat(judge(Goal.atLeast(20_000, "64x1", "appends_per_s"))).endsWith("1,800  MISSED");
    }

    @Test
    void what_nobody_measured_is_neither_met_nor_missed() {
        assertThat(judge(Goal.atLeastTimes(1, "axon-jdbc", "64x1", "appends_per_s")))
                .endsWith("not measured");
    }

    private static String judge(Goal goal) {
        return goal.judge(OUTCOME);
    }
}

package io.daybook.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ScenarioTest {
    private final List<String> played = new ArrayList<>();

    private Subject subject(String name) {
        return turn -> {
            played.add(name + " " + turn.scenario() + " " + turn.millis());
            return Map.of("turn", (double) played.size());
        };
    }

    @Test
    void subjects_have_turns_round_by_round_and_each_round_starts_with_another() throws Exception {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put("a", subject("a"));
        subjects.put("b", subject("b"));

        List<Round> rounds = new Scenario("1x1", subjects).play(new Pace(1, 2, 50));

        assertThat(played).containsExactly("a 1x1 50", "b 1x1 50", "b 1x1 50", "a 1x1 50", "a 1x1 50", "b 1x1 50");
        assertThat(rounds)
                .as("the first round is thrown away")
                .containsExactly(
                        new Round(Map.of("b", Map.of("turn", 3.0), "a", Map.of("turn", 4.0))),
                        new Round(Map.of("a", Map.of("turn", 5.0), "b", Map.of("turn", 6.0))));
    }
}

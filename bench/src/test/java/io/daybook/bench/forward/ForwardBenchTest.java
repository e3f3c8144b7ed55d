package io.daybook.bench.forward;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.bench.harness.Figure;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ForwardBenchTest {
    @Test
    void every_subject_really_forwards(@TempDir Path folder) {
        Path json = folder.resolve("figures.json");

        int exit = new CommandLine(new ForwardBench())
                .execute("--only", "backlog,50/s", "--rounds", "1", "--millis", "500", "--json", json.toString());

        assertThat(exit).isZero();
        List<Figure> figures = JsonMapper.shared().readValue(json, new TypeReference<List<Figure>>() {});
        assertThat(figures.stream().map(f -> f.scenario() + " " + f.subject()).distinct())
                .containsExactly(
                        "backlog floor", "backlog axon-kafka", "backlog daybook", "50/s floor", "50/s daybook");
        assertThat(figures).allSatisfy(f -> assertThat(f.median()).isPositive());
    }
}

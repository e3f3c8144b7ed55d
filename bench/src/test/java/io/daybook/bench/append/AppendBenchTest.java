package io.daybook.bench.append;

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
class AppendBenchTest {
    /** Without the slowest, which takes as long to start as the others together. */
    @Test
    void every_subject_really_appends(@TempDir Path folder) {
        Path json = folder.resolve("figures.json");

        int exit = new CommandLine(new AppendBench())
                .execute(
                        "--only",
                        "1x1,hot64",
                        "--subjects",
                        "floor,axon-jdbc,daybook",
                        "--rounds",
                        "1",
                        "--millis",
                        "100",
                        "--json",
                        json.toString());

        assertThat(exit).isZero();
        List<Figure> figures = JsonMapper.shared().readValue(json, new TypeReference<List<Figure>>() {});
        assertThat(figures.stream().map(f -> f.scenario() + " " + f.subject()).distinct())
                .containsExactly("1x1 floor", "1x1 axon-jdbc", "1x1 daybook", "hot64 axon-jdbc", "hot64 daybook");
        assertThat(figures).allSatisfy(f -> assertThat(f.median()).isPositive());
    }
}

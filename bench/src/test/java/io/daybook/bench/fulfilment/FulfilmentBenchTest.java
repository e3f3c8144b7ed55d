package io.daybook.bench.fulfilment;

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

/** The part that needs no whole program; a turn in which other than what was accepted is held fails by itself. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FulfilmentBenchTest {
    @Test
    void a_hot_sku_is_really_sold(@TempDir Path folder) {
        Path json = folder.resolve("figures.json");

        int exit = new CommandLine(new FulfilmentBench())
                .execute(
                        "--only",
                        "hot-accepted,hot-sale",
                        "--rounds",
                        "1",
                        "--millis",
                        "300",
                        "--json",
                        json.toString());

        assertThat(exit).isZero();
        List<Figure> figures = JsonMapper.shared().readValue(json, new TypeReference<List<Figure>>() {});
        assertThat(figures.stream().map(f -> f.scenario() + " " + f.subject()).distinct())
                .containsExactly("hot-accepted floor", "hot-accepted daybook", "hot-sale daybook");
        assertThat(figures).allSatisfy(f -> assertThat(f.median()).isPositive());
    }
}

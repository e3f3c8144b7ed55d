package io.daybook.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportTest {
    private final Report report = new Report();

    ReportTest() {
        report.add(new Figure("16x1", "daybook", "appends_per_s", 12_345.6, 10_000, 13_000, 1.25));
        report.add(new Figure("hot64", "daybook", "p99_us", 5, 4, 6, null));
    }

    @Test
    void json_is_a_list_of_figures_with_names_that_others_rely_on(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("figures.json");

        report.write(file);

        assertThat(JsonMapper.shared().readTree(Files.readString(file)))
                .isEqualTo(JsonMapper.shared().readTree("""
                                [{"scenario":"16x1","subject":"daybook","metric":"appends_per_s","median":12345.6,"min":10000.0,"max":13000.0,"ratio_to_floor":1.25},
                                 {"scenario":"hot64","subject":"daybook","metric":"p99_us","median":5.0,"min":4.0,"max":6.0,"ratio_to_floor":null}]
                                """));
    }

    @Test
    void a_person_gets_a_table() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        report.print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "scenario subject metric median min max to floor",
                        "16x1 daybook appends_per_s 12,346 10,000 13,000 1.250",
                        "hot64 daybook p99_us 5.00 4.00 6.00");
    }
}

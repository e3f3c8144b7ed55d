package io.daybook.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DaybookTest {
    @TempDir
    private Path home = Path.of("");

    private final StringWriter err = new StringWriter();
    private String before = "";

    @BeforeEach
    void away_from_any_server() {
        before = System.getProperty("daybook.home", "");
        System.setProperty("daybook.home", home.toString());
    }

    @AfterEach
    void back() {
        System.setProperty("daybook.home", before);
    }

    private int run(String... words) {
        CommandLine line = Daybook.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    @Test
    void nothing_running_is_one_line_and_exit_code_3() {
        assertThat(run("status")).isEqualTo(3);
        assertThat(err.toString())
                .isEqualTo("nothing is running here; start it with ./daybook demo or ./daybook serve, "
                        + "or name it with --url" + System.lineSeparator());
    }

    @Test
    void stock_cannot_be_verified_where_nothing_runs() {
        assertThat(run("verify", "stock")).isEqualTo(3);
    }

    @Test
    void an_address_where_nothing_answers_is_one_line_and_exit_code_3() {
        assertThat(run("views", "list", "--url", "http://127.0.0.1:1")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("nothing answers at http://127.0.0.1:1" + System.lineSeparator());
    }

    @Test
    void a_command_that_does_not_exist_is_exit_code_2() {
        assertThat(run("veiws")).isEqualTo(2);
    }

    @Test
    void a_missing_word_is_exit_code_2() {
        assertThat(run("views", "rebuild")).isEqualTo(2);
    }
}

package io.daybook.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code daybook verify stock}, in a process of its own as an operator or a pipeline runs it. */
final class StockAudit {
    private StockAudit() {}

    /** @param program with the role projections */
    static void findsNothingWrong(Program program) throws IOException, InterruptedException {
        Storefront admin = program.operator();
        Process cli = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.daybook.app.cli.Daybook",
                        "verify",
                        "stock",
                        "--url",
                        admin.url(),
                        "--token",
                        admin.token())
                .redirectErrorStream(true)
                .start();
        String told = new String(cli.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(cli.waitFor()).as(told).isZero();
        assertThat(told).contains("all right");
    }
}

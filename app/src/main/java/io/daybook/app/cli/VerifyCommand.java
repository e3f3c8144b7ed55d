package io.daybook.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Whether what is kept is right. */
@Command(
        name = "verify",
        description = "Whether what is kept is right.",
        subcommands = {VerifyCommand.Stock.class})
final class VerifyCommand {
    @Command(
            name = "stock",
            description =
                    "Add up the whole log anew and compare every view that shows stock; exit code 1 if anything is wrong.")
    static final class Stock implements Callable<Integer> {
        private static final String AUDIT = "/admin/stock/audit";

        @Mixin
        private final Connection connection = new Connection();

        @Override
        public Integer call() throws Exception {
            Client client = connection.client();
            client.post(AUDIT);
            JsonNode ended = Watch.until("verify stock", connection.json(), () -> client.get(AUDIT), "events");
            if (!ended.path("state").asString("").equals("done")) {
                throw new Stop(
                        Exit.FAILED,
                        "stock could not be verified: " + ended.path("error").asString(""));
            }
            JsonNode report = ended.path("report");
            connection.tell(report, Stock::tell);
            return report.path("wrong").asLong() == 0 ? Exit.OK : Exit.FAILED;
        }

        private static void tell(JsonNode report) {
            report.path("findings")
                    .forEach(f -> System.out.println(
                            "wrong: " + text(f, "where") + " " + text(f, "item") + ": " + text(f, "what")));
            report.path("shortfalls")
                    .forEach(s -> System.out.println("short: " + text(s, "item") + " by "
                            + s.path("missing").asLong() + "; promised to " + s.path("orders")));
            System.out.printf(
                    "%d items, %d events of stock up to position %d, rows %s: %s%n",
                    report.path("items").asLong(),
                    report.path("events").asLong(),
                    report.path("position").asLong(),
                    report.path("rows"),
                    report.path("wrong").asLong() == 0
                            ? "all right"
                            : report.path("wrong").asLong() + " wrong");
        }

        private static String text(JsonNode from, String field) {
            return from.path(field).asString("");
        }
    }
}

package io.daybook.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** The read models. */
@Command(
        name = "views",
        description = "The read models.",
        subcommands = {ViewsCommand.Listing.class, ViewsCommand.Rebuild.class, ViewsCommand.Compare.class})
final class ViewsCommand {

    @Command(name = "list", description = "Every view with its generation and how far it is behind.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private final Connection connection = new Connection();

        @Override
        public Integer call() throws Exception {
            connection.tell(connection.client().get("/admin/views"), Table::views);
            return Exit.OK;
        }
    }

    @Command(
            name = "rebuild",
            description = "Fill a new generation from the log beside the live one, and switch when it has caught up.")
    static final class Rebuild implements Callable<Integer> {
        @Mixin
        private final Connection connection = new Connection();

        @Parameters(paramLabel = "NAME", description = "a view of `views list`")
        private String name = "";

        @Override
        public Integer call() throws Exception {
            Client client = connection.client();
            client.post("/admin/views/" + Client.encoded(name) + "/rebuild");
            String watched = "/admin/views/" + Client.encoded(name) + "/rebuild";
            JsonNode ended = Watch.until("rebuild of " + name, connection.json(), () -> client.get(watched), "events");
            if (!ended.path("state").asString("").equals("done")) {
                throw new Stop(
                        Exit.FAILED, "rebuild failed: " + ended.path("error").asString(""));
            }
            connection.tell(
                    ended,
                    e -> System.out.println(name + " now answers from generation "
                            + e.path("generation").asLong()));
            return Exit.OK;
        }
    }

    @Command(
            name = "compare",
            description =
                    "Fold the whole log anew and compare every row with the live view; exit code 4 if any differs.")
    static final class Compare implements Callable<Integer> {
        @Mixin
        private final Connection connection = new Connection();

        @Parameters(paramLabel = "NAME", description = "a view of `views list`")
        private String name = "";

        @Override
        public Integer call() throws Exception {
            JsonNode compared = connection.client().post("/admin/views/" + Client.encoded(name) + "/compare");
            long different = compared.path("different").asLong();
            connection.tell(
                    compared,
                    c -> System.out.printf(
                            "%s: %d rows compared, %d differ%n",
                            name, c.path("rows").asLong(), different));
            return different == 0 ? Exit.OK : Exit.REFUSED;
        }
    }
}

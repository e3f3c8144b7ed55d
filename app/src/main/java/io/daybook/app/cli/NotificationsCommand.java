package io.daybook.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Messages to customers and warehouses. */
@Command(
        name = "notifications",
        description = "Messages to customers and warehouses.",
        subcommands = {NotificationsCommand.Listing.class, NotificationsCommand.SendAgain.class})
final class NotificationsCommand {

    @Command(name = "list", description = "Messages that were given up, or are in another state.")
    static final class Listing implements Callable<Integer> {
        @Mixin
        private final Connection connection = new Connection();

        @Option(
                names = "--state",
                paramLabel = "STATE",
                defaultValue = "given-up",
                description = "due, sent, given-up (the default) or closed")
        private String state = "";

        @Override
        public Integer call() throws Exception {
            connection.tell(
                    connection.client().get("/admin/notifications?state=" + Client.encoded(state)),
                    Table::notifications);
            return Exit.OK;
        }
    }

    @Command(
            name = "send-again",
            description = "Send a message that was given up, with the id it had, wherever it did not arrive.")
    static final class SendAgain implements Callable<Integer> {
        @Mixin
        private final Connection connection = new Connection();

        @Parameters(paramLabel = "ID", description = "as `notifications list` tells it")
        private String id = "";

        @Override
        public Integer call() throws Exception {
            JsonNode sent = connection.client().post("/admin/notifications/" + Client.encoded(id) + "/send-again");
            connection.tell(
                    sent,
                    s -> System.out.println(
                            s.path("channels").asLong() == 0 ? "it was sent, or is about to be" : "it is sent again"));
            return Exit.OK;
        }
    }
}

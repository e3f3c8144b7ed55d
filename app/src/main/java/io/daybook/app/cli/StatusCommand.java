package io.daybook.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** What runs, how far it is, how fresh the views are. */
@Command(name = "status", description = "What runs, how far the log is, how far the views are behind.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final Connection connection = new Connection();

    @Override
    public Integer call() throws Exception {
        connection.tell(connection.client().get("/admin/status"), StatusCommand::tell);
        return Exit.OK;
    }

    private static void tell(JsonNode status) {
        System.out.println("roles   " + Table.joined(status.path("roles")));
        System.out.println("store   " + status.path("store").asString("") + ", head "
                + status.path("head").asString("-"));
        for (JsonNode channel : status.path("notifications")) {
            System.out.println("told by " + channel.path("channel").asString("") + ": "
                    + channel.path("due").asLong() + " messages wait, "
                    + channel.path("givenUp").asLong() + " need a person");
        }
        Table.views(status.path("views"));
    }
}

package io.daybook.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The event store as a whole. */
@Command(name = "store", description = "The event store.", subcommands = StoreCommand.Adopt.class)
final class StoreCommand {
    @Command(
            name = "adopt",
            description = "Say that a restored or moved store is the one to go on with; it gets a new identity.")
    static final class Adopt implements Callable<Integer> {
        @Mixin
        private final Connection connection = new Connection();

        @Override
        public Integer call() throws Exception {
            connection.tell(
                    connection.client().post("/admin/store/adopt"),
                    adopted -> System.out.println(
                            "adopted as " + adopted.path("logId").asString("")));
            return Exit.OK;
        }
    }
}

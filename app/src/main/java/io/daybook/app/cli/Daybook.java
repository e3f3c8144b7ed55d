package io.daybook.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "daybook",
        description = "An event-sourced commerce core.",
        mixinStandardHelpOptions = true,
        version = "daybook 0.1.0",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            ViewsCommand.class,
            StatusCommand.class,
            StoreCommand.class,
            NotificationsCommand.class,
            VerifyCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:failed",
            "2:the command line cannot be understood",
            "3:nothing is running",
            "4:refused, or some lines were rejected"
        })
final class Daybook implements Runnable {
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets the specification before it runs anything
    Daybook() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    public static void main(String... args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Daybook())
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, command.getErr()))
                .setExitCodeExceptionMapper(thrown -> ExitCode.USAGE);
    }

    private static int failed(Exception thrown, PrintWriter err) {
        if (thrown instanceof Stop stop) {
            err.println(stop.getMessage());
            return stop.exit();
        }
        err.println("failed: " + thrown);
        return Exit.FAILED;
    }
}

package io.daybook.app.cli;

import io.daybook.app.serve.MissingAddresses;
import java.net.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Why a server did not start, in one line that a person can act on. */
final class Failure {
    private Failure() {}

    static String line(Throwable failed) {
        Throwable root = failed;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException port) {
                return "port " + port.getPort() + " is taken; choose another with --port";
            }
            if (cause instanceof BindException) {
                return "a port is taken; choose others with --port and --admin-port: " + cause.getMessage();
            }
            if (cause instanceof MissingAddresses
                    || cause.getClass().getSimpleName().equals("DevServersException")) {
                return String.valueOf(cause.getMessage());
            }
            root = cause;
        }
        return "the server did not start: " + root;
    }
}

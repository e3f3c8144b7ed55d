package io.daybook.devservers;

/** The servers cannot be had. The message is one line that a person can act on; programs print it without a trace. */
public final class DevServersException extends RuntimeException {

    public DevServersException(String line) {
        super(line);
    }

    public DevServersException(String line, Throwable cause) {
        super(line, cause);
    }
}

package io.daybook.devservers;

/**
 * A server ended without being told to.
 *
 * @param exitCode 128 + signal number when a signal ended it
 * @param lastLine the last line of its log, possibly empty
 */
public record Death(Kind kind, long pid, int exitCode, String lastLine) {

    /** One line for a person. */
    public String describe() {
        return kind.label() + " (pid " + pid + ") ended unexpectedly with " + exitCode
                + (lastLine.isEmpty() ? "" : ": " + lastLine);
    }
}

package io.daybook.app.cli;

/** Ends a command with one line for a person and an exit code for a script. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exit;

    Stop(int exit, String line) {
        super(line, null, false, false);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}

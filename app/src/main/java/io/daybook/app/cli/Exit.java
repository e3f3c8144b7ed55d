package io.daybook.app.cli;

/** The exit codes; documented in {@code docs/cli.md} and stable. */
final class Exit {
    static final int OK = 0;
    /** The server or the work failed. */
    static final int FAILED = 1;
    /** The command line cannot be understood. */
    static final int USAGE = 2;
    /** No server is running, or none answers. */
    static final int NOTHING_RUNNING = 3;
    /** The server refused, or some lines of a file were rejected. */
    static final int REFUSED = 4;

    private Exit() {}
}

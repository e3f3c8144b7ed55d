package io.daybook.app.imports.job;

/** The file as a whole cannot be imported: it lacks a column, or is no gzip although it begins like one. */
public final class UnusableFile extends RuntimeException {
    public UnusableFile(String message) {
        super(message, null, false, false);
    }
}

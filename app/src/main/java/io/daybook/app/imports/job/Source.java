package io.daybook.app.imports.job;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;

/** A file cut into units: always the same units in the same order, so that a number of units says how far a job got. */
public interface Source extends Closeable {
    /** Names of the fields of {@link Entry#fields}. */
    List<String> columns();

    /** How many lines the file has that must be accounted for. */
    long lines();

    /** What the file's lines are worth together, summed up line by line before anything is sent. */
    default BigDecimal value() {
        return BigDecimal.ZERO;
    }

    /** Reads while it is iterated; called once. Throws {@link java.io.UncheckedIOException} if the file cannot be read. */
    Iterator<Unit> units() throws IOException;

    @Override
    default void close() throws IOException {}
}

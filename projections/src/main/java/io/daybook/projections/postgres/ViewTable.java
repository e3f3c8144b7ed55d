package io.daybook.projections.postgres;

import java.util.List;
import java.util.function.Function;

/**
 * The table of a view.
 *
 * @param view whose progress is kept under this name
 * @param name as in the migrations
 * @param columns beside those that every view has
 */
public record ViewTable<R>(String view, String name, Class<R> rowType, List<Column<R>> columns) {
    /**
     * What answers choose and order by.
     *
     * @param type in SQL
     * @param value as text that PostgreSQL reads as that type; null in a tombstone
     */
    public record Column<R>(String name, String type, Function<R, String> value) {}

    String partition(int generation) {
        return name + "_" + generation;
    }
}

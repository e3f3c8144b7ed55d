package io.daybook.projections.postgres;

import io.daybook.projections.postgres.ViewTable.Column;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The statements of one view, each a single round trip for any number of rows. */
final class ViewSql<R> {
    private final ViewTable<R> table;

    ViewSql(ViewTable<R> table) {
        this.table = table;
    }

    /** Attaching an own table takes a weaker lock on the view than creating a partition in place. */
    List<String> create(int generation) {
        String partition = table.partition(generation);
        return List.of(
                "CREATE TABLE " + partition + " (LIKE " + table.name() + " INCLUDING ALL)",
                "ALTER TABLE " + table.name() + " ATTACH PARTITION " + partition + " FOR VALUES IN (" + generation
                        + ")");
    }

    List<String> drop(int generation) {
        String partition = table.partition(generation);
        return List.of("ALTER TABLE " + table.name() + " DETACH PARTITION " + partition, "DROP TABLE " + partition);
    }

    String read(int generation) {
        return "SELECT row_key, body, applied, version FROM " + table.partition(generation)
                + " WHERE row_key = ANY (?)";
    }

    String scan(int generation) {
        return "SELECT row_key, body, applied, version FROM " + table.partition(generation);
    }

    String count(int generation) {
        return "SELECT count(*) FROM " + table.partition(generation);
    }

    /** Parameters: keys, bodies, sequence maps, one array per further column. Answers the keys that were new. */
    String insert(int generation) {
        return "INSERT INTO " + table.partition(generation) + " (generation, row_key, body, applied, version"
                + each(column -> ", " + column.name())
                + ") SELECT " + generation + ", n.row_key, n.body::json, n.applied::json, 0"
                + each(column -> ", n." + column.name() + "::" + column.type())
                + " FROM unnest(?::text[], ?::text[], ?::text[]" + each(column -> ", ?::text[]")
                + ") AS n (row_key, body, applied" + each(column -> ", " + column.name())
                + ") ON CONFLICT DO NOTHING RETURNING row_key";
    }

    /** Parameters as for {@link #insert}, then the versions expected. Answers the keys that had them. */
    String update(int generation) {
        return "UPDATE " + table.partition(generation) + " t SET body = n.body::json, applied = n.applied::json,"
                + " version = n.version + 1"
                + each(column -> ", " + column.name() + " = n." + column.name() + "::" + column.type())
                + " FROM unnest(?::text[], ?::text[], ?::text[]" + each(column -> ", ?::text[]")
                + ", ?::bigint[]) AS n (row_key, body, applied" + each(column -> ", " + column.name())
                + ", version) WHERE t.generation = " + generation
                + " AND t.row_key = n.row_key AND t.version = n.version RETURNING t.row_key";
    }

    private String each(Function<Column<R>, String> text) {
        return table.columns().stream().map(text).collect(Collectors.joining());
    }
}

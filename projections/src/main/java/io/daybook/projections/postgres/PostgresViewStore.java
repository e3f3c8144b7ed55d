package io.daybook.projections.postgres;

import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.engine.Version;
import io.daybook.projections.engine.ViewStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of a view in its own table. Rows and marks move in one transaction. */
public final class PostgresViewStore<R> implements ViewStore<R> {
    private static final int SCAN_PAGE = 1000;
    private static final Duration PACE = Duration.ofMillis(50);

    private final ViewTable<R> table;
    private final ViewSql<R> sql;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final ProgressTable progress;

    public PostgresViewStore(DataSource dataSource, ViewTable<R> table) {
        this.table = table;
        this.sql = new ViewSql<>(table);
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.progress = new ProgressTable(jdbc, table.view());
    }

    @Override
    public void create(int generation) {
        transaction.executeWithoutResult(status -> {
            if (!exists(generation)) {
                sql.create(generation).forEach(jdbc::execute);
            }
        });
    }

    @Override
    public void drop(int generation) {
        transaction.executeWithoutResult(status -> {
            progress.forget(generation);
            if (exists(generation)) {
                sql.drop(generation).forEach(jdbc::execute);
            }
        });
    }

    private boolean exists(int generation) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT to_regclass(?) IS NOT NULL", Boolean.class, table.partition(generation)));
    }

    @Override
    public Map<String, Row<R>> read(int generation, Collection<String> keys) {
        Map<String, Row<R>> rows = new HashMap<>();
        if (!keys.isEmpty()) {
            jdbc.query(
                    sql.read(generation),
                    found -> {
                        rows.put(found.getString(1), row(found));
                    },
                    (Object) keys.toArray(String[]::new));
        }
        return rows;
    }

    @Override
    public Set<String> write(int generation, Collection<Row<R>> rows, Advance advance) {
        if (rows.isEmpty() && advance.steps().isEmpty()) {
            return Set.of();
        }
        // in order of the keys, so that two writers wait for each other instead of locking each other out
        List<Row<R>> sorted =
                rows.stream().sorted(Comparator.comparing(Row::key)).toList();
        List<Row<R>> fresh =
                sorted.stream().filter(row -> row.version().isNone()).toList();
        List<Row<R>> known =
                sorted.stream().filter(row -> !row.version().isNone()).toList();
        Set<String> losers = new HashSet<>();
        transaction.executeWithoutResult(status -> {
            losers.addAll(losers(sql.insert(generation), fresh, List.of()));
            Long[] versions = known.stream().map(row -> row.version().number()).toArray(Long[]::new);
            losers.addAll(losers(sql.update(generation), known, List.of((Object) versions)));
            if (losers.isEmpty() && !advance.steps().isEmpty()) {
                progress.advance(generation, advance);
            }
        });
        return losers;
    }

    private Set<String> losers(String statement, List<Row<R>> rows, List<Object> more) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        List<Object> arrays = new ArrayList<>();
        arrays.add(texts(rows, Row::key));
        arrays.add(texts(rows, row -> row.value() == null ? null : RowJson.write(row.value())));
        arrays.add(texts(rows, row -> RowJson.write(row.applied())));
        for (ViewTable.Column<R> column : table.columns()) {
            arrays.add(texts(
                    rows, row -> row.value() == null ? null : column.value().apply(row.value())));
        }
        arrays.addAll(more);
        Set<String> losers = new HashSet<>(rows.stream().map(Row::key).toList());
        jdbc.query(
                statement,
                won -> {
                    losers.remove(won.getString(1));
                },
                arrays.toArray());
        return losers;
    }

    private static <R> @Nullable String[] texts(List<Row<R>> rows, Function<Row<R>, @Nullable String> text) {
        @Nullable String[] texts = new String[rows.size()];
        Arrays.setAll(texts, i -> text.apply(rows.get(i)));
        return texts;
    }

    @Override
    public void begin(int generation, Progress start) {
        transaction.executeWithoutResult(status -> progress.begin(generation, start));
    }

    @Override
    public Progress progress(int generation) {
        return progress.read(generation);
    }

    @Override
    public Duration pace() {
        return PACE;
    }

    @Override
    public long count(int generation) {
        return Objects.requireNonNull(jdbc.queryForObject(sql.count(generation), Long.class));
    }

    @Override
    public void scan(int generation, Consumer<Row<R>> consumer) {
        JdbcTemplate paged = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        paged.setFetchSize(SCAN_PAGE);
        // the driver pages only inside a transaction
        transaction.executeWithoutResult(status -> {
            try (Stream<Row<R>> rows = paged.queryForStream(sql.scan(generation), (found, number) -> row(found))) {
                rows.forEach(consumer);
            }
        });
    }

    private Row<R> row(ResultSet found) throws SQLException {
        String body = found.getString(2);
        return new Row<>(
                found.getString(1),
                body == null ? null : RowJson.read(body, table.rowType()),
                RowJson.readSequences(found.getString(3)),
                Version.of(found.getLong(4)));
    }
}

package io.daybook.projections.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * What every store of rows must do. A subclass brings a store that nobody else uses, over a real server.
 *
 * @param <R> the store's rows
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class ViewStoreConformance<R> {
    private static final TopicPartition STOCK_0 = new TopicPartition("stock", 0);
    private static final TopicPartition STOCK_1 = new TopicPartition("stock", 1);

    /** The same store every time within one test; empty when the test begins. */
    protected abstract ViewStore<R> store();

    /** A row's value that fits the key; different numbers give different values. */
    protected abstract R value(String key, int number);

    @Test
    void what_was_written_is_read() {
        created(1);

        assertThat(write(1, Advance.NONE, fresh("a", 1), fresh("b", 2))).isEmpty();

        assertThat(values(store().read(1, List.of("a", "b", "c"))))
                .isEqualTo(Map.of("a", value("a", 1), "b", value("b", 2)));
        assertThat(one("a").applied()).isEqualTo(Map.of("a", 1L));
    }

    @Test
    void a_row_is_replaced_only_under_the_version_that_was_read() {
        created(1);
        write(1, Advance.NONE, fresh("a", 1));
        Row<R> read = one("a");

        assertThat(write(1, Advance.NONE, next(read, 2))).isEmpty();
        assertThat(write(1, Advance.NONE, next(read, 3))).containsExactly("a");

        assertThat(one("a").value()).isEqualTo(value("a", 2));
    }

    @Test
    void a_new_row_loses_if_there_is_one_already() {
        created(1);
        write(1, Advance.NONE, fresh("a", 1));

        assertThat(write(1, Advance.NONE, fresh("a", 2))).containsExactly("a");

        assertThat(one("a").value()).isEqualTo(value("a", 1));
    }

    @Test
    void an_update_loses_if_the_row_is_not_there() {
        created(1);
        created(2);
        write(2, Advance.NONE, fresh("a", 1));
        Row<R> elsewhere = one(2, "a");

        assertThat(write(1, Advance.NONE, next(elsewhere, 2))).containsExactly("a");

        assertThat(store().read(1, List.of("a"))).isEmpty();
    }

    @Test
    void a_loser_keeps_the_marks_back_but_not_the_other_rows() {
        created(1);
        store().begin(1, marks("log-1", 5, 7));
        write(1, Advance.NONE, fresh("a", 1));

        assertThat(write(1, from(5, 7, marks("log-1", 6, 8)), fresh("a", 2), fresh("b", 2)))
                .containsExactly("a");

        assertThat(store().progress(1)).isEqualTo(marks("log-1", 5, 7));
        assertThat(one("b").value()).isEqualTo(value("b", 2));
    }

    @Test
    void a_tombstone_is_read_counted_and_replaced_like_any_row() {
        created(1);
        write(1, Advance.NONE, fresh("a", 1));

        assertThat(write(1, Advance.NONE, row("a", null, Map.of("a", 2L), one("a").version())))
                .isEmpty();

        assertThat(one("a").tombstone()).isTrue();
        assertThat(one("a").applied()).isEqualTo(Map.of("a", 2L));
        assertThat(count(1)).isOne();
        assertThat(write(1, Advance.NONE, next(one("a"), 3))).isEmpty();
        assertThat(one("a").value()).isEqualTo(value("a", 3));
    }

    @Test
    void marks_move_with_the_rows_and_never_back() {
        created(1);
        store().begin(1, marks("log-1", 5, 7));

        write(1, new Advance(Map.of(STOCK_0, new Advance.Step(5, new Progress.Mark(9, "log-1")))), fresh("a", 1));
        write(1, from(5, 7, marks("log-1", 8, 8)));

        assertThat(store().progress(1)).isEqualTo(marks("log-1", 9, 8));
    }

    @Test
    void marks_of_another_log_replace_those_of_the_former() {
        created(1);
        store().begin(1, marks("log-1", 50, 70));

        write(1, from(50, 70, marks("log-2", 5, 7)));

        assertThat(store().progress(1)).isEqualTo(marks("log-2", 5, 7));
    }

    @Test
    void a_mark_that_is_gone_is_noticed() {
        created(1);
        store().begin(1, new Progress(Map.of(STOCK_0, new Progress.Mark(5, "log-1"))));

        assertThatThrownBy(() -> write(1, from(5, 5, marks("log-1", 6, 6)), fresh("a", 1)))
                .isInstanceOf(LostMark.class);
        assertThat(store().progress(1).marks()).hasSize(1);
    }

    @Test
    void a_mark_that_stands_before_where_it_was_left_is_noticed_and_no_mark_is_moved() {
        created(1);
        store().begin(1, marks("log-1", 5, 7));

        assertThatThrownBy(() -> write(1, from(5, 8, marks("log-1", 6, 9)))).isInstanceOf(MarkWentBack.class);

        assertThat(store().progress(1).marks()).containsEntry(STOCK_1, new Progress.Mark(7, "log-1"));
    }

    @Test
    void generations_do_not_know_each_other() {
        created(1);
        created(2);
        store().begin(1, marks("log-1", 1, 1));
        store().begin(2, marks("log-1", 2, 2));
        write(1, Advance.NONE, fresh("a", 1));
        write(2, Advance.NONE, fresh("a", 2), fresh("b", 2));

        store().drop(1);
        store().drop(1);

        assertThat(store().progress(1)).isEqualTo(Progress.NONE);
        assertThat(store().progress(2)).isEqualTo(marks("log-1", 2, 2));
        assertThat(count(2)).isEqualTo(2);
        assertThat(values(scan(2))).isEqualTo(Map.of("a", value("a", 2), "b", value("b", 2)));
    }

    @Test
    void making_room_twice_keeps_what_is_there() {
        created(1);
        write(1, Advance.NONE, fresh("a", 1));

        created(1);

        assertThat(one("a").value()).isEqualTo(value("a", 1));
    }

    @Test
    void a_scan_meets_every_row_once() {
        created(1);
        Map<String, R> expected = new TreeMap<>();
        List<Row<R>> rows = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            expected.put("k" + i, value("k" + i, i));
            rows.add(fresh("k" + i, i));
        }
        assertThat(store().write(1, rows, Advance.NONE)).isEmpty();

        assertThat(values(scan(1))).isEqualTo(expected);
        assertThat(count(1)).isEqualTo(2_500);
    }

    @Test
    void of_many_writers_of_one_version_one_wins() throws Exception {
        created(1);
        write(1, Advance.NONE, fresh("a", 0));
        Row<R> read = one("a");
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Callable<Set<String>>> attempts = IntStream.rangeClosed(1, 8)
                    .<Callable<Set<String>>>mapToObj(i -> () -> write(1, Advance.NONE, next(read, i)))
                    .toList();

            int winners = 0;
            for (Future<Set<String>> attempt : writers.invokeAll(attempts)) {
                winners += attempt.get().isEmpty() ? 1 : 0;
            }

            assertThat(winners).isOne();
        }
    }

    private void created(int generation) {
        store().create(generation);
    }

    private Set<String> write(int generation, Advance advance) {
        return store().write(generation, List.of(), advance);
    }

    private Set<String> write(int generation, Advance advance, Row<R> row) {
        return store().write(generation, List.of(row), advance);
    }

    private Set<String> write(int generation, Advance advance, Row<R> first, Row<R> second) {
        return store().write(generation, List.of(first, second), advance);
    }

    private Row<R> fresh(String key, int number) {
        return row(key, value(key, number), Map.of(key, (long) number), Version.NONE);
    }

    private Row<R> next(Row<R> read, int number) {
        return row(read.key(), value(read.key(), number), Map.of(read.key(), (long) number), read.version());
    }

    private Row<R> row(String key, @Nullable R value, Map<String, Long> applied, Version version) {
        return new Row<>(key, value, applied, version);
    }

    private Row<R> one(String key) {
        return one(1, key);
    }

    private Row<R> one(int generation, String key) {
        Row<R> row = store().read(generation, List.of(key)).get(key);
        if (row == null) {
            throw new AssertionError("no row " + key);
        }
        return row;
    }

    private long count(int generation) {
        store().flush(generation);
        return store().count(generation);
    }

    private Collection<Row<R>> scan(int generation) {
        store().flush(generation);
        List<Row<R>> rows = new ArrayList<>();
        store().scan(generation, rows::add);
        return rows;
    }

    private Map<String, @Nullable R> values(Map<String, Row<R>> rows) {
        return values(rows.values());
    }

    private Map<String, @Nullable R> values(Collection<Row<R>> rows) {
        Map<String, @Nullable R> values = new HashMap<>();
        for (Row<R> row : rows) {
            assertThat(values).doesNotContainKey(row.key());
            values.put(row.key(), row.value());
        }
        return values;
    }

    private static Advance from(long first, long second, Progress to) {
        return Advance.of(marks("any", first, second).marks(), to.marks());
    }

    private static Progress marks(String logId, long first, long second) {
        return new Progress(
                Map.of(STOCK_0, new Progress.Mark(first, logId), STOCK_1, new Progress.Mark(second, logId)));
    }
}

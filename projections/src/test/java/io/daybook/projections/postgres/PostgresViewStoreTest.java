package io.daybook.projections.postgres;

import io.daybook.projections.engine.ViewStore;
import io.daybook.projections.engine.ViewStoreConformance;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;

class PostgresViewStoreTest extends ViewStoreConformance<PostgresViewStoreTest.Note> {
    private static TestDatabase database;
    private static PostgresViewStore<Note> store;

    /** Text that must survive as it is. */
    record Note(String text, int number) {}

    @BeforeAll
    static void open() {
        database = new TestDatabase();
        new JdbcTemplate(database.dataSource())
                .execute("CREATE TABLE view_note (LIKE view_product, number integer,"
                        + " PRIMARY KEY (generation, row_key)) PARTITION BY LIST (generation)");
        store = new PostgresViewStore<>(
                database.dataSource(),
                new ViewTable<>(
                        "note",
                        "view_note",
                        Note.class,
                        List.of(new ViewTable.Column<>("number", "integer", note -> Integer.toString(note.number())))));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        store.drop(1);
        store.drop(2);
    }

    @Override
    protected ViewStore<Note> store() {
        return store;
    }

    @Override
    protected Note value(String key, int number) {
        return new Note("of " + key + ", with \u0000 \"quotes\" and {braces,}", number);
    }
}

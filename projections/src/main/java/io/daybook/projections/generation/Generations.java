package io.daybook.projections.generation;

import io.daybook.projections.generation.Generation.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The generations of all views and the pointer, in PostgreSQL. Every change notifies all nodes. */
public final class Generations {
    /** The channel that tells of changes; its payload is the view's name. */
    public static final String CHANNEL = "daybook_view_generation";

    private final JdbcTemplate jdbc;

    public Generations(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The next number, in state {@link State#BUILDING}. */
    public int create(String view, int foldVersion) {
        int number = Objects.requireNonNull(jdbc.queryForObject("""
                INSERT INTO view_build (view_group, generation, fold_version, state)
                SELECT ?, coalesce(max(generation), 0) + 1, ?, 'BUILDING' FROM view_build WHERE view_group = ?
                RETURNING generation
                """, Integer.class, view, foldVersion, view));
        announce(view);
        return number;
    }

    /** Tells how far a replay has come. */
    public void replayed(String view, int number, long replayed, long toReplay) {
        jdbc.update(
                "UPDATE view_build SET replayed = ?, to_replay = ? WHERE view_group = ? AND generation = ?",
                replayed,
                toReplay,
                view,
                number);
    }

    /** The replay has ended: nodes may follow it live. */
    public void ready(String view, int number, long rows) {
        jdbc.update(
                "UPDATE view_build SET state = 'READY', ready_at = clock_timestamp(), row_count = ?"
                        + " WHERE view_group = ? AND generation = ?",
                rows,
                view,
                number);
        announce(view);
    }

    public void becomes(State state, String view, int number, @Nullable String note) {
        jdbc.update(
                "UPDATE view_build SET state = ?, note = ? WHERE view_group = ? AND generation = ? AND state <> 'DROPPED'",
                state.name(),
                note,
                view,
                number);
        announce(view);
    }

    /** The replay ended with an error; a generation that is past its replay stays what it is. */
    public void failed(String view, int number, String note) {
        jdbc.update(
                "UPDATE view_build SET state = 'FAILED', note = ? WHERE view_group = ? AND generation = ?"
                        + " AND state = 'BUILDING'",
                note,
                view,
                number);
        announce(view);
    }

    /** Makes the generation the one that answers; the one that did becomes the previous one. One update. */
    public void promote(String view, int number) {
        jdbc.update("""
                INSERT INTO view_generation AS g (view_group, serving) VALUES (?, ?)
                ON CONFLICT (view_group) DO UPDATE SET previous = g.serving, serving = excluded.serving
                 WHERE g.serving IS DISTINCT FROM excluded.serving
                """, view, number);
        announce(view);
    }

    public Map<String, Pointer> pointers() {
        Map<String, Pointer> pointers = new HashMap<>();
        jdbc.query("SELECT view_group, serving, previous FROM view_generation", row -> {
            pointers.put(
                    row.getString(1), new Pointer(row.getObject(2, Integer.class), row.getObject(3, Integer.class)));
        });
        return pointers;
    }

    /** All that are not dropped, the youngest first. */
    public List<Generation> kept() {
        return jdbc.query(
                "SELECT * FROM view_build WHERE state <> 'DROPPED' ORDER BY view_group, generation DESC",
                (row, number) -> generation(row));
    }

    /** All there ever were of a view, the youngest first. */
    public List<Generation> of(String view) {
        return jdbc.query(
                "SELECT * FROM view_build WHERE view_group = ? ORDER BY generation DESC",
                (row, number) -> generation(row),
                view);
    }

    private void announce(String view) {
        jdbc.query("SELECT pg_notify(?, ?)", row -> {}, CHANNEL, view);
    }

    private static Generation generation(ResultSet row) throws SQLException {
        return new Generation(
                row.getString("view_group"),
                row.getInt("generation"),
                row.getInt("fold_version"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("ready_at")),
                row.getLong("replayed"),
                row.getLong("to_replay"),
                row.getLong("row_count"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}

package io.daybook.projections.postgres;

import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.LostMark;
import io.daybook.projections.engine.MarkWentBack;
import io.daybook.projections.engine.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** The marks of one view in {@code view_progress}; its callers bring the transaction. */
final class ProgressTable {
    private final JdbcTemplate jdbc;
    private final String view;

    ProgressTable(JdbcTemplate jdbc, String view) {
        this.jdbc = jdbc;
        this.view = view;
    }

    Progress read(int generation) {
        Map<TopicPartition, Progress.Mark> marks = new HashMap<>();
        jdbc.query(
                "SELECT topic, partition_no, next_offset, log_id FROM view_progress WHERE view = ? AND generation = ?",
                row -> {
                    marks.put(
                            new TopicPartition(row.getString(1), row.getInt(2)),
                            new Progress.Mark(row.getLong(3), row.getString(4)));
                },
                view,
                generation);
        return new Progress(marks);
    }

    void begin(int generation, Progress progress) {
        forget(generation);
        List<Object[]> rows = new ArrayList<>();
        progress.marks()
                .forEach((p, mark) -> rows.add(
                        new Object[] {view, generation, p.topic(), p.partition(), mark.nextOffset(), mark.logId()}));
        jdbc.batchUpdate("INSERT INTO view_progress VALUES (?, ?, ?, ?, ?, ?)", rows);
    }

    void forget(int generation) {
        jdbc.update("DELETE FROM view_progress WHERE view = ? AND generation = ?", view, generation);
    }

    void advance(int generation, Advance advance) {
        List<Map.Entry<TopicPartition, Advance.Step>> steps =
                advance.steps().entrySet().stream().toList();
        int moved = jdbc.update(
                """
                UPDATE view_progress p
                   SET next_offset = CASE WHEN p.log_id = n.log_id
                                          THEN greatest(p.next_offset, n.next_offset) ELSE n.next_offset END,
                       log_id = n.log_id
                  FROM unnest(?::text[], ?::int[], ?::bigint[], ?::bigint[], ?::text[])
                       AS n (topic, partition_no, left_at, next_offset, log_id)
                 WHERE p.view = ? AND p.generation = ? AND p.topic = n.topic AND p.partition_no = n.partition_no
                   AND NOT (p.log_id = n.log_id AND p.next_offset < n.left_at)
                """,
                steps.stream().map(s -> s.getKey().topic()).toArray(String[]::new),
                steps.stream().map(s -> s.getKey().partition()).toArray(Integer[]::new),
                steps.stream().map(s -> s.getValue().from()).toArray(Long[]::new),
                steps.stream().map(s -> s.getValue().to().nextOffset()).toArray(Long[]::new),
                steps.stream().map(s -> s.getValue().to().logId()).toArray(String[]::new),
                view,
                generation);
        if (moved != steps.size()) {
            Set<String> missing = read(generation).missing(advance.steps().keySet());
            throw missing.isEmpty()
                    ? new MarkWentBack(view, generation, advance.steps().toString())
                    : new LostMark(view, generation, missing.toString());
        }
    }
}

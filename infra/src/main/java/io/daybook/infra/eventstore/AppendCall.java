package io.daybook.infra.eventstore;

import io.daybook.infra.eventstore.KnownEnd.End;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One call of {@code append_events}: one round trip, one commit. It takes everything in its stride that {@link DirectAppend} does not. */
final class AppendCall {
    private AppendCall() {}

    /**
     * @param end where the log ends now; null where nothing was written
     * @param lost indices of those appends that came too late, of which nothing is written
     */
    record Outcome(@Nullable End end, Set<Integer> lost) {}

    /** No two appends of the group may name the same aggregate. */
    static Outcome write(List<Append> group, UUID logId, Connection connection) throws SQLException {
        GroupRows rows = GroupRows.of(group);
        ComposedSql sql = new ComposedSql()
                .add("select * from append_events(?", logId)
                .addAll(", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?", rows.events(connection))
                .addAll(", ?, ?, ?, ?, ?", rows.streams(connection))
                .add(", ?::jsonb)", AnswerRows.of(group));
        try (PreparedStatement call = sql.prepare(connection);
                ResultSet result = call.executeQuery()) {
            result.next();
            return outcome(result);
        }
    }

    private static Outcome outcome(ResultSet result) throws SQLException {
        OffsetDateTime recordedAt = result.getObject(2, OffsetDateTime.class);
        Array lost = result.getArray(3);
        return new Outcome(
                recordedAt == null ? null : new End(result.getLong(1), recordedAt),
                lost == null ? Set.of() : Set.copyOf(List.of((Integer[]) lost.getArray())));
    }
}

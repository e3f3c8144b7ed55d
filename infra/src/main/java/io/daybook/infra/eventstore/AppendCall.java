package io.daybook.infra.eventstore;

import io.daybook.infra.eventstore.KnownEnd.End;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One call of {@code append_event}, {@code append_stream} or {@code append_events}: one round trip, one commit. */
final class AppendCall {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ONE = "select append_event(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
    private static final String STREAM = "select append_stream(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
    private static final String MANY =
            "select append_events(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)";

    private AppendCall() {}

    /**
     * @param end where the log ends now; null where nothing was written
     * @param lost indices of those appends that came too late, of which nothing is written
     */
    record Outcome(@Nullable End end, Set<Integer> lost) {}

    /**
     * No two appends of the group may name the same aggregate.
     *
     * @param sortingOut whether to look first which came too late; otherwise one that did makes the call fail
     * @param end where the log ends, as far as is known; if it does not, the call fails. Null to look for it
     */
    static Outcome write(List<Append> group, boolean sortingOut, UUID logId, @Nullable End end, Connection connection)
            throws SQLException {
        if (group.size() > 1 || group.getFirst().steps().size() > 1) {
            return writeMany(group, sortingOut, logId, end, connection);
        }
        return group.getFirst().rows().size() == 1
                ? writeOne(group, logId, end, connection)
                : writeStream(group, logId, end, connection);
    }

    private static Outcome writeOne(List<Append> group, UUID logId, @Nullable End end, Connection connection)
            throws SQLException {
        EventRow row = group.getFirst().first();
        try (PreparedStatement call = connection.prepareStatement(ONE)) {
            call.setObject(1, logId);
            from(end, call);
            call.setString(4, row.aggregateType());
            call.setString(5, row.aggregateId());
            call.setLong(6, row.sequence());
            call.setObject(7, row.eventId());
            call.setString(8, row.type());
            call.setInt(9, row.revision());
            call.setBytes(10, row.payload());
            call.setBytes(11, row.metadata());
            call.setString(12, answers(group));
            return outcomeOfOne(answered(call));
        }
    }

    private static Outcome writeStream(List<Append> group, UUID logId, @Nullable End end, Connection connection)
            throws SQLException {
        List<EventRow> rows = group.getFirst().rows();
        StreamStep step = group.getFirst().steps().getFirst();
        try (PreparedStatement call = connection.prepareStatement(STREAM)) {
            call.setObject(1, logId);
            from(end, call);
            call.setString(4, rows.getFirst().aggregateType());
            call.setString(5, step.aggregateId());
            call.setLong(6, step.before());
            call.setArray(7, GroupRows.array(connection, "uuid", rows, UUID[]::new, EventRow::eventId));
            call.setArray(8, GroupRows.array(connection, "text", rows, String[]::new, EventRow::type));
            call.setArray(9, GroupRows.array(connection, "int4", rows, Integer[]::new, EventRow::revision));
            call.setArray(10, GroupRows.array(connection, "bytea", rows, byte[][]::new, EventRow::payload));
            call.setArray(11, GroupRows.array(connection, "bytea", rows, byte[][]::new, EventRow::metadata));
            call.setString(12, answers(group));
            return outcomeOfOne(answered(call));
        }
    }

    private static Outcome writeMany(
            List<Append> group, boolean sortingOut, UUID logId, @Nullable End end, Connection connection)
            throws SQLException {
        GroupRows rows = GroupRows.of(group);
        try (PreparedStatement call = connection.prepareStatement(MANY)) {
            call.setObject(1, logId);
            from(end, call);
            rows.bind(call, 4);
            call.setString(19, answers(group));
            call.setBoolean(20, sortingOut);
            return outcome(Objects.requireNonNull(answered(call)));
        }
    }

    private static void from(@Nullable End end, PreparedStatement call) throws SQLException {
        call.setObject(2, end == null ? null : end.position(), Types.BIGINT);
        call.setObject(3, end == null ? null : end.recordedAt(), Types.BIGINT);
    }

    private static Long @Nullable [] answered(PreparedStatement call) throws SQLException {
        try (ResultSet result = call.executeQuery()) {
            result.next();
            Array answer = result.getArray(1);
            return answer == null ? null : (Long[]) answer.getArray();
        }
    }

    private static Outcome outcomeOfOne(Long @Nullable [] end) {
        return end == null ? new Outcome(null, Set.of(0)) : outcome(end);
    }

    private static Outcome outcome(@Nullable Long[] endAndLost) {
        Long position = Objects.requireNonNull(endAndLost[0]);
        Long recordedAt = endAndLost[1];
        Set<Integer> lost = new HashSet<>();
        for (int i = 2; i < endAndLost.length; i++) {
            lost.add(Math.toIntExact(Objects.requireNonNull(endAndLost[i])));
        }
        return new Outcome(recordedAt == null ? null : new End(position, recordedAt), lost);
    }

    private static @Nullable String answers(List<Append> group) {
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (RidingAnswer answer : group.get(i).answers()) {
                answers.add(Map.of(
                        "append", i,
                        "principal", answer.scope().principal(),
                        "operation", answer.scope().operation(),
                        "key", answer.scope().key(),
                        "body_hash", answer.bodyHash(),
                        "body", answer.body()));
            }
        }
        return answers.isEmpty() ? null : JSON.writeValueAsString(answers);
    }
}

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

/** One call of {@code append_event} or {@code append_events}: one round trip, one commit. */
final class AppendCall {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ONE = "select append_event(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
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
        return group.size() == 1 && isOfOneEvent(group.getFirst())
                ? writeOne(group, logId, end, connection)
                : writeMany(group, sortingOut, logId, end, connection);
    }

    private static boolean isOfOneEvent(Append append) {
        return append.rows().size() == 1 && append.steps().size() == 1;
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
            Long[] endNow = answered(call);
            return endNow == null ? new Outcome(null, Set.of(0)) : outcome(endNow);
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

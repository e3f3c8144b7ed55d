package io.daybook.infra.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One call of {@code append_event} or {@code append_events}: one round trip, one commit. */
final class AppendCall {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ONE = "select append_event(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";
    private static final String MANY = "select append_events(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)";

    private AppendCall() {}

    /**
     * @param head position of the last event written; 0 where the only one came too late
     * @param lost indices of those appends that came too late, of which nothing is written
     */
    record Outcome(long head, Set<Integer> lost) {}

    /**
     * No two appends of the group may name the same aggregate.
     *
     * @param sortingOut whether to look first which came too late; otherwise one that did makes the call fail
     */
    static Outcome write(List<Append> group, boolean sortingOut, UUID logId, Connection connection)
            throws SQLException {
        return group.size() == 1 && isOfOneEvent(group.getFirst())
                ? writeOne(group, logId, connection)
                : writeMany(group, sortingOut, logId, connection);
    }

    private static boolean isOfOneEvent(Append append) {
        return append.rows().size() == 1 && append.steps().size() == 1;
    }

    private static Outcome writeOne(List<Append> group, UUID logId, Connection connection) throws SQLException {
        EventRow row = group.getFirst().first();
        try (PreparedStatement call = connection.prepareStatement(ONE)) {
            call.setObject(1, logId);
            call.setString(2, row.aggregateType());
            call.setString(3, row.aggregateId());
            call.setLong(4, row.sequence());
            call.setObject(5, row.eventId());
            call.setString(6, row.type());
            call.setInt(7, row.revision());
            call.setBytes(8, row.payload());
            call.setBytes(9, row.metadata());
            call.setString(10, answers(group));
            try (ResultSet result = call.executeQuery()) {
                result.next();
                long position = result.getLong(1);
                return new Outcome(position, result.wasNull() ? Set.of(0) : Set.of());
            }
        }
    }

    private static Outcome writeMany(List<Append> group, boolean sortingOut, UUID logId, Connection connection)
            throws SQLException {
        List<Numbered<EventRow>> rows = numbered(group, Append::rows);
        List<Numbered<StreamStep>> steps = numbered(group, Append::steps);
        try (PreparedStatement call = connection.prepareStatement(MANY)) {
            call.setObject(1, logId);
            call.setArray(2, ints(connection, rows, Numbered::append));
            call.setArray(3, texts(connection, rows, e -> e.of().aggregateType()));
            call.setArray(4, texts(connection, rows, e -> e.of().aggregateId()));
            call.setArray(5, longs(connection, rows, e -> e.of().sequence()));
            call.setArray(6, array(connection, "uuid", rows, UUID[]::new, e -> e.of().eventId()));
            call.setArray(7, texts(connection, rows, e -> e.of().type()));
            call.setArray(8, ints(connection, rows, e -> e.of().revision()));
            call.setArray(9, array(connection, "bytea", rows, byte[][]::new, e -> e.of().payload()));
            call.setArray(10, array(connection, "bytea", rows, byte[][]::new, e -> e.of().metadata()));
            call.setArray(11, ints(connection, steps, Numbered::append));
            call.setArray(12, texts(connection, steps, s -> s.of().aggregateId()));
            call.setArray(13, longs(connection, steps, s -> s.of().before()));
            call.setArray(14, longs(connection, steps, s -> s.of().last()));
            call.setString(15, answers(group));
            call.setBoolean(16, sortingOut);
            try (ResultSet result = call.executeQuery()) {
                result.next();
                return outcome((Long[]) result.getArray(1).getArray());
            }
        }
    }

    private static Outcome outcome(Long[] headAndLost) {
        Set<Integer> lost = new HashSet<>();
        for (int i = 1; i < headAndLost.length; i++) {
            lost.add(Math.toIntExact(headAndLost[i]));
        }
        return new Outcome(headAndLost[0], lost);
    }

    /**
     * @param append index of the append in its group
     */
    private record Numbered<T>(int append, T of) {}

    private static <T> List<Numbered<T>> numbered(List<Append> group, Function<Append, List<T>> parts) {
        List<Numbered<T>> all = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            for (T part : parts.apply(group.get(i))) {
                all.add(new Numbered<>(i, part));
            }
        }
        return all;
    }

    private interface Make<A> {
        A[] of(int length);
    }

    private static <T, A> Array array(
            Connection connection, String type, List<Numbered<T>> rows, Make<A> make, Function<Numbered<T>, A> column)
            throws SQLException {
        A[] values = make.of(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }

    private static <T> Array texts(Connection connection, List<Numbered<T>> rows, Function<Numbered<T>, String> column)
            throws SQLException {
        return array(connection, "text", rows, String[]::new, column);
    }

    private static <T> Array longs(Connection connection, List<Numbered<T>> rows, Function<Numbered<T>, Long> column)
            throws SQLException {
        return array(connection, "int8", rows, Long[]::new, column);
    }

    private static <T> Array ints(Connection connection, List<Numbered<T>> rows, Function<Numbered<T>, Integer> column)
            throws SQLException {
        return array(connection, "int4", rows, Integer[]::new, column);
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

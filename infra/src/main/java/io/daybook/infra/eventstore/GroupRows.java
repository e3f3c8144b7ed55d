package io.daybook.infra.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** The events of a group and the streams that they belong to, as the arrays that {@code append_events} takes. */
final class GroupRows {
    /**
     * @param append index of the append in its group
     * @param stream which of the group's streams, from 1
     */
    private record Event(int append, int stream, EventRow row) {}

    private static final class Stream {
        private final int append;
        private final StreamStep step;
        /** Which of the group's events is the stream's first, from 1; 0 if it has begun before, or does not begin. */
        private int first;

        Stream(int append, StreamStep step) {
            this.append = append;
            this.step = step;
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();

    private GroupRows() {}

    static GroupRows of(List<Append> group) {
        GroupRows rows = new GroupRows();
        for (int i = 0; i < group.size(); i++) {
            rows.add(i, group.get(i));
        }
        return rows;
    }

    private void add(int index, Append append) {
        Map<String, Integer> numbers = new HashMap<>();
        for (StreamStep step : append.steps()) {
            streams.add(new Stream(index, step));
            numbers.put(step.aggregateId(), streams.size());
        }
        for (EventRow row : append.rows()) {
            int number = Objects.requireNonNull(numbers.get(row.aggregateId()));
            events.add(new Event(index, number, row));
            if (row.sequence() == 0) {
                streams.get(number - 1).first = events.size();
            }
        }
    }

    /** @param from number of the first of the parameters, of which there are fifteen */
    void bind(PreparedStatement call, int from) throws SQLException {
        Connection connection = call.getConnection();
        List<Array> arrays = List.of(
                array(connection, "int4", events, Integer[]::new, Event::append),
                array(connection, "text", events, String[]::new, e -> e.row().aggregateType()),
                array(connection, "text", events, String[]::new, e -> e.row().aggregateId()),
                array(connection, "int4", events, Integer[]::new, Event::stream),
                array(connection, "int8", events, Long[]::new, e -> e.row().sequence()),
                array(connection, "uuid", events, UUID[]::new, e -> e.row().eventId()),
                array(connection, "text", events, String[]::new, e -> e.row().type()),
                array(connection, "int4", events, Integer[]::new, e -> e.row().revision()),
                array(connection, "bytea", events, byte[][]::new, e -> e.row().payload()),
                array(connection, "bytea", events, byte[][]::new, e -> e.row().metadata()),
                array(connection, "int4", streams, Integer[]::new, s -> s.append),
                array(connection, "text", streams, String[]::new, s -> s.step.aggregateId()),
                array(connection, "int8", streams, Long[]::new, s -> s.step.before()),
                array(connection, "int8", streams, Long[]::new, s -> s.step.last()),
                array(connection, "int4", streams, Integer[]::new, s -> s.first));
        for (int i = 0; i < arrays.size(); i++) {
            call.setArray(from + i, arrays.get(i));
        }
    }

    interface Make<A> {
        A[] of(int length);
    }

    static <T, A> Array array(Connection connection, String type, List<T> rows, Make<A> make, Function<T, A> column)
            throws SQLException {
        A[] values = make.of(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }
}

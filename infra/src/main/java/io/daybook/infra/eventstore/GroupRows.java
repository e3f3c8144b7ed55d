package io.daybook.infra.eventstore;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** The events of a group and the streams that they belong to, as the arrays that {@code append_events} and {@link DirectAppend} take. */
final class GroupRows {
    /** @param append index of the append in its group */
    private record Event(int append, Stream stream, EventRow row) {}

    private static final class Stream {
        private final int append;
        private final StreamStep step;
        /** Which of the group's streams, from 1. */
        private final int number;
        /** Which of the group's streams of its kind, from 1: those that begin, that are moved on, that were only read. */
        private final int ofItsKind;
        /** Which of the group's events is the stream's first, from 1; 0 if it has begun before, or does not begin. */
        private int first;

        Stream(int append, StreamStep step, int number, int ofItsKind) {
            this.append = append;
            this.step = step;
            this.number = number;
            this.ofItsKind = ofItsKind;
        }
    }

    private final List<Event> events = new ArrayList<>();
    private final List<Stream> streams = new ArrayList<>();
    private final List<Stream> beginnings = new ArrayList<>();
    private final List<Stream> moves = new ArrayList<>();
    private final List<Stream> reads = new ArrayList<>();

    private GroupRows() {}

    static GroupRows of(List<Append> group) {
        GroupRows rows = new GroupRows();
        for (int i = 0; i < group.size(); i++) {
            rows.add(i, group.get(i));
        }
        return rows;
    }

    private void add(int index, Append append) {
        Map<String, Stream> named = new HashMap<>();
        for (StreamStep step : append.steps()) {
            List<Stream> kind = step.begins() ? beginnings : step.moves() ? moves : reads;
            Stream stream = new Stream(index, step, streams.size() + 1, kind.size() + 1);
            streams.add(stream);
            kind.add(stream);
            named.put(step.aggregateId(), stream);
        }
        for (EventRow row : append.rows()) {
            Stream stream = Objects.requireNonNull(named.get(row.aggregateId()));
            events.add(new Event(index, stream, row));
            if (row.sequence() == 0) {
                stream.first = events.size();
            }
        }
    }

    /** How many events there are. */
    int count() {
        return events.size();
    }

    boolean anyBegins() {
        return !beginnings.isEmpty();
    }

    boolean anyMovesOn() {
        return !moves.isEmpty();
    }

    int moveCount() {
        return moves.size();
    }

    boolean anyOnlyRead() {
        return !reads.isEmpty();
    }

    int readCount() {
        return reads.size();
    }

    /** As {@code append_events} takes them: the index of the append, the number of the stream, the columns. */
    List<Array> events(Connection connection) throws SQLException {
        List<Array> arrays = new ArrayList<>();
        arrays.add(array(connection, "int4", events, Integer[]::new, Event::append));
        arrays.add(array(connection, "int4", events, Integer[]::new, e -> e.stream().number));
        arrays.addAll(columns(connection));
        return arrays;
    }

    /**
     * As {@link DirectAppend} takes them: the stream and the columns. A stream that begins is given by its first event, counted from 1; one
     * that is moved on by its place among those that are, counted from -1 downwards.
     */
    List<Array> directEvents(Connection connection) throws SQLException {
        List<Array> arrays = new ArrayList<>();
        arrays.add(array(
                connection,
                "int4",
                events,
                Integer[]::new,
                e -> e.stream().first > 0 ? e.stream().first : -e.stream().ofItsKind));
        arrays.addAll(columns(connection));
        return arrays;
    }

    private List<Array> columns(Connection connection) throws SQLException {
        return List.of(
                array(connection, "text", events, String[]::new, e -> e.row().aggregateType()),
                array(connection, "text", events, String[]::new, e -> e.row().aggregateId()),
                array(connection, "int8", events, Long[]::new, e -> e.row().sequence()),
                array(connection, "uuid", events, UUID[]::new, e -> e.row().eventId()),
                array(connection, "text", events, String[]::new, e -> e.row().type()),
                array(connection, "int4", events, Integer[]::new, e -> e.row().revision()),
                array(connection, "bytea", events, byte[][]::new, e -> e.row().payload()),
                array(connection, "bytea", events, byte[][]::new, e -> e.row().metadata()));
    }

    /** As {@code append_events} takes them. */
    List<Array> streams(Connection connection) throws SQLException {
        return List.of(
                array(connection, "int4", streams, Integer[]::new, s -> s.append),
                ids(connection, streams),
                befores(connection, streams),
                lasts(connection, streams),
                firsts(connection, streams));
    }

    /** Ids, last sequences, and which of the group's events is the first. */
    List<Array> beginnings(Connection connection) throws SQLException {
        return List.of(ids(connection, beginnings), lasts(connection, beginnings), firsts(connection, beginnings));
    }

    /** Ids, and from which sequence to which. */
    List<Array> moves(Connection connection) throws SQLException {
        return List.of(ids(connection, moves), befores(connection, moves), lasts(connection, moves));
    }

    /** Ids, and at which sequence they were read. */
    List<Array> reads(Connection connection) throws SQLException {
        return List.of(ids(connection, reads), befores(connection, reads));
    }

    private static Array befores(Connection connection, List<Stream> streams) throws SQLException {
        return array(connection, "int8", streams, Long[]::new, s -> s.step.before());
    }

    private static Array ids(Connection connection, List<Stream> streams) throws SQLException {
        return array(connection, "text", streams, String[]::new, s -> s.step.aggregateId());
    }

    private static Array lasts(Connection connection, List<Stream> streams) throws SQLException {
        return array(connection, "int8", streams, Long[]::new, s -> s.step.last());
    }

    private static Array firsts(Connection connection, List<Stream> streams) throws SQLException {
        return array(connection, "int4", streams, Integer[]::new, s -> s.first);
    }

    private interface Make<A> {
        A[] of(int length);
    }

    private static <T, A> Array array(
            Connection connection, String type, List<T> rows, Make<A> make, Function<T, A> column) throws SQLException {
        A[] values = make.of(rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return connection.createArrayOf(type, values);
    }
}

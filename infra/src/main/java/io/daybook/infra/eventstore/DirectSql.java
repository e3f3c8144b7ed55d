package io.daybook.infra.eventstore;

import io.daybook.infra.eventstore.KnownEnd.End;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a {@link DirectAppend}. What a group has no use for is left out, since each part of it costs the server some microseconds.
 * First of all it locks the head of the log (docs/adr/0010); where the log is no longer that incarnation, every part writes nothing. All is
 * written by one statement: two would share a transaction only as long as the driver likes to send them together.
 */
final class DirectSql {
    private final @Nullable String answers;
    private final boolean carries;
    private final boolean asks;
    private final ComposedSql sql = new ComposedSql();

    /**
     * @param partition where the log ends, as the server writes its name
     * @param known where the log ends, and when the group is recorded; null if the server is to find out both
     * @param answers that ride along, see {@link AnswerRows}
     * @param carries whether anything rides along
     */
    DirectSql(String partition, UUID logId, @Nullable End known, @Nullable String answers, boolean carries) {
        this.answers = answers;
        this.carries = carries;
        asks = carries || known == null;
        sql.text("log", partition);
        if (known == null) {
            sql.text("position", "position").text("at", "at").text("head", "head, ");
            lookForTheEnd(logId);
        } else {
            // costs less than columns of head
            sql.value("position", known.position())
                    .value("at", known.recordedAt())
                    .text("head", "");
            sql.add("with head as materialized (select 1 from log_head where log_id = ? for update)\n", logId);
        }
    }

    /**
     * The lock is a statement of its own, so that the next one sees those for whom it had to wait. Should it be let go between the two, and
     * somebody come in, then the position is taken.
     */
    private void lookForTheEnd(UUID logId) {
        sql.add("select 1 from log_head where log_id = ? for update;\n", logId).add("""
                        with head as materialized (
                            select e.position, greatest(now(), e.recorded_at) as at
                              from log_head, lateral (select position, recorded_at from {log} order by position desc limit 1) e
                             where log_id = ?
                        )
                        """, logId);
    }

    /**
     * Whether the statement answers with the position and the time of the last event. If not, it only tells how many were written: an answer
     * costs the append of one event a twentieth of its time.
     */
    boolean asks() {
        return asks;
    }

    ComposedSql one(EventRow row) {
        if (row.sequence() == 0) {
            sql.add("""
                    , stream as (
                        insert into stream_head (aggregate_id, sequence, first_position, last_position)
                        select ?, 0, {position} + 1, {position} + 1 from head
                        returning first_position
                    )
                    """, row.aggregateId());
        } else {
            sql.add("""
                    , stream as (
                        update stream_head set sequence = ?, last_position = {position} + 1 from head where aggregate_id = ? and sequence = ?
                        returning first_position
                    )
                    """, row.sequence(), row.aggregateId(), row.sequence() - 1);
        }
        insert();
        sql.add(
                "select {position} + 1, first_position, ?, ?, ?, ?, ?, ?, ?, ?, {at} from {head}stream",
                row.aggregateType(),
                row.aggregateId(),
                row.sequence(),
                row.eventId(),
                row.type(),
                row.revision(),
                row.payload(),
                row.metadata());
        if (asks) {
            sql.add(" returning position, recorded_at)\nselect position, recorded_at");
        }
        if (carries) {
            sql.add(
                    ", append_riders(array[?], array[?], array[?::bigint], array[?], array[?::bytea], ?::jsonb, recorded_at)",
                    row.aggregateType(),
                    row.aggregateId(),
                    row.sequence(),
                    row.type(),
                    row.payload(),
                    answers);
        }
        return asks ? sql.add(" from written") : sql;
    }

    ComposedSql several(GroupRows rows, Connection connection) throws SQLException {
        if (carries) {
            // they are used twice
            sql.addAll("""
                    , event as materialized (
                        select ?::integer[] as streams, ?::text[] as types, ?::text[] as ids, ?::bigint[] as sequences, ?::uuid[] as event_ids,
                               ?::text[] as event_types, ?::integer[] as revisions, ?::bytea[] as payloads, ?::bytea[] as metadata
                    )
                    """, rows.directEvents(connection));
        }
        moveStreams(rows, connection);
        insert();
        sql.add("select {position} + e.n, ")
                .add(
                        rows.anyMovesOn()
                                ? "case when e.stream > 0 then {position} + e.stream else firsts[-e.stream] end"
                                : "{position} + e.stream")
                .add(
                        ", e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.payload, e.metadata, {at}\n")
                .add("from head")
                .add(rows.anyMovesOn() ? ", moves" : "")
                .add(rows.anyOnlyRead() ? ", reads" : "");
        if (carries) {
            sql.add(
                    ", event, unnest(streams, types, ids, sequences, event_ids, event_types, revisions, payloads, metadata)");
        } else {
            sql.addAll(", unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)", rows.directEvents(connection));
        }
        sql.add(" with ordinality as e")
                .add(
                        " (stream, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, n)\nwhere true");
        if (rows.anyMovesOn()) {
            sql.add(" and (moves.count = ? or too_late())", rows.moveCount());
        }
        if (rows.anyOnlyRead()) {
            sql.add(" and (reads.count = ? or too_late())", rows.readCount());
        }
        if (asks) {
            sql.add(")\nselect {position} + ?, {at}", rows.count());
        }
        if (carries) {
            sql.add(
                    ", append_riders(types, ids, sequences, event_types, payloads, ?::jsonb, {at}) from head, event",
                    answers);
        } else if (asks) {
            sql.add(" from head");
        }
        return sql;
    }

    private void moveStreams(GroupRows rows, Connection connection) throws SQLException {
        if (rows.anyBegins()) {
            sql.add(
                            ", begun as (\n    insert into stream_head (aggregate_id, sequence, first_position, last_position)\n")
                    .add("select s.aggregate_id, s.last, {position} + s.first, {position} + ?\n", rows.count())
                    .addAll(
                            "from head, unnest(?, ?, ?) as s (aggregate_id, last, first))\n",
                            rows.beginnings(connection));
        }
        if (rows.anyMovesOn()) {
            sql.add(
                            ", moved as (\n    update stream_head h set sequence = s.last, last_position = {position} + ?\n",
                            rows.count())
                    .addAll("""
                              from head, unnest(?, ?, ?) with ordinality as s (aggregate_id, before, last, n)
                             where h.aggregate_id = s.aggregate_id and h.sequence = s.before
                            returning s.n, h.first_position
                        ), moves as materialized (
                            select array_agg(first_position order by n) as firsts, count(*) from moved
                        )
                        """, rows.moves(connection));
        }
        if (rows.anyOnlyRead()) {
            sql.addAll("""
                    , reads as materialized (
                        select count(*)
                          from head, unnest(?, ?) as s (aggregate_id, before)
                         where s.before = coalesce((select h.sequence from stream_head h where h.aggregate_id = s.aggregate_id), -1)
                    )
                    """, rows.reads(connection));
        }
    }

    private void insert() {
        sql.add(asks ? ", written as (" : "")
                .add(
                        "insert into {log} (position, stream, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at)\n");
    }
}

package io.daybook.infra.eventstore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text of a {@link DirectAppend}. What a group has no use for is left out, since each part of it costs the server some microseconds.
 * First of all it locks the head of the log (docs/adr/0010); where the log is no longer that incarnation, every part writes nothing. All is
 * written by one statement: two would share a transaction only as long as the driver likes to send them together.
 *
 * @param partition where the log ends, as the server writes its name
 * @param looking whether the end is looked for there; otherwise it is given
 * @param alone whether it is for one event
 * @param begins whether an aggregate begins
 * @param movesOn whether an aggregate that has begun is moved on
 * @param reads whether an aggregate was read that is not moved on
 * @param carries whether something rides along
 */
record DirectSql(
        String partition,
        boolean looking,
        boolean alone,
        boolean begins,
        boolean movesOn,
        boolean reads,
        boolean carries) {
    private static final Map<DirectSql, String> TEXTS = new ConcurrentHashMap<>();

    String text() {
        return TEXTS.computeIfAbsent(this, DirectSql::compose);
    }

    private String compose() {
        return (looking ? endLookedFor() : END_GIVEN) + (alone ? one() : several());
    }

    private static final String END_GIVEN = """
            with head as materialized (
                select ?::bigint as position, greatest(now(), ?::timestamptz) as at from log_head where log_id = ? for update
            ),
            """;

    /**
     * The lock is a statement of its own, so that the next one sees those for whom it had to wait. Should it be let go between the two, and
     * somebody come in, then the position is taken.
     */
    private String endLookedFor() {
        return """
            select 1 from log_head where log_id = ? for update;
            with head as materialized (
                select e.position, greatest(now(), e.recorded_at) as at
                  from log_head, lateral (select position, recorded_at from %s order by position desc limit 1) e
                 where log_id = ?
            ),
            """.formatted(partition);
    }

    private String insert() {
        return "insert into " + partition
                + " (position, stream, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at)\n";
    }

    private String one() {
        String written = insert()
                + "select position + 1, first_position, ?, ?, ?, ?, ?, ?, ?, ?, at from head, stream returning position, recorded_at";
        return (begins ? THE_ONE_BEGINS : THE_ONE_MOVES_ON)
                + (carries
                        ? ", written as (" + written + ")\nselect position, recorded_at,"
                                + " append_riders(array[?], array[?], array[?::bigint], array[?], array[?::bytea], ?::jsonb, recorded_at)"
                                + " from written"
                        : written);
    }

    private static final String THE_ONE_BEGINS = """
            stream as (
                insert into stream_head (aggregate_id, sequence, first_position, last_position)
                select ?, 0, position + 1, position + 1 from head
                returning first_position
            )
            """;

    private static final String THE_ONE_MOVES_ON = """
            stream as (
                update stream_head set sequence = ?, last_position = position + 1 from head where aggregate_id = ? and sequence = ?
                returning first_position
            )
            """;

    private String several() {
        return (carries ? EVENTS : "")
                + (begins ? BEGIN : "")
                + (movesOn ? MOVE_ON : "")
                + (reads ? READ : "")
                + "written as (\n" + insert()
                + "select position + e.n, "
                + (movesOn
                        ? "case when e.stream > 0 then position + e.stream else firsts[-e.stream] end"
                        : "position + e.stream")
                + ", e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.payload, e.metadata, at\n"
                + "from head, "
                + (movesOn ? "moves, " : "")
                + (reads ? "reads, " : "")
                + (carries
                        ? "event, unnest(streams, types, ids, sequences, event_ids, event_types, revisions, payloads, metadata)"
                        : "unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)")
                + " with ordinality as e (stream, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, n)\n"
                + "where true"
                + (movesOn ? " and (moves.count = ? or too_late())" : "")
                + (reads ? " and (reads.count = ? or too_late())" : "")
                + ")\nselect position + ?, at"
                + (carries
                        ? ", append_riders(types, ids, sequences, event_types, payloads, ?::jsonb, at) from head, event"
                        : " from head");
    }

    /** Where something rides along, they are used twice. */
    private static final String EVENTS = """
            event as materialized (
                select ?::integer[] as streams, ?::text[] as types, ?::text[] as ids, ?::bigint[] as sequences, ?::uuid[] as event_ids,
                       ?::text[] as event_types, ?::integer[] as revisions, ?::bytea[] as payloads, ?::bytea[] as metadata
            ),
            """;

    private static final String BEGIN = """
            begun as (
                insert into stream_head (aggregate_id, sequence, first_position, last_position)
                select s.aggregate_id, s.last, position + s.first, position + ?
                  from head, unnest(?, ?, ?) as s (aggregate_id, last, first)
            ),
            """;

    private static final String MOVE_ON = """
            moved as (
                update stream_head h set sequence = s.last, last_position = position + ?
                  from head, unnest(?, ?, ?) with ordinality as s (aggregate_id, before, last, n)
                 where h.aggregate_id = s.aggregate_id and h.sequence = s.before
                returning s.n, h.first_position
            ), moves as materialized (
                select array_agg(first_position order by n) as firsts, count(*) from moved
            ),
            """;

    private static final String READ = """
            reads as materialized (
                select count(*)
                  from head, unnest(?, ?) as s (aggregate_id, before)
                 where s.before = coalesce((select h.sequence from stream_head h where h.aggregate_id = s.aggregate_id), -1)
            ),
            """;
}

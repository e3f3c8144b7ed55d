-- The way into the log for whatever the plain statement of DirectAppend cannot write: head, conflicts, events and what rides with them, in
-- one round trip.
--
-- Several appends share it; each has a number of the caller's, and is written wholly or not at all. The arrays p_appends to p_metadata run in
-- parallel, one element per event; p_stream_appends to p_firsts likewise, one element per append and aggregate: the sequence that the
-- append was decided on, -1 for none; the one that it leads to, which is the same where the append was only decided on a state and
-- has no event for it; and, where the aggregate begins, which event of the call is its first, else 0. p_event_streams says for each event
-- which of these it belongs to. Both count from 1. No two appends of one call name the same aggregate.
--
-- An append comes too late if somebody has moved one of its aggregates on; nothing of it is written.
--
-- Answers the position of the last event, when it was recorded, both null if nothing was written, and the numbers of those appends that came
-- too late, null if none has.
create function append_events(
    p_log_id uuid,
    p_appends integer[],
    p_event_streams integer[],
    p_aggregate_types text[],
    p_aggregate_ids text[],
    p_sequences bigint[],
    p_event_ids uuid[],
    p_event_types text[],
    p_revisions integer[],
    p_payloads bytea[],
    p_metadata bytea[],
    p_stream_appends integer[],
    p_streams text[],
    p_befores bigint[],
    p_lasts bigint[],
    p_firsts integer[],
    p_answers jsonb,
    out end_position bigint,
    out end_recorded_at timestamptz,
    out lost integer[]
) language plpgsql as $$
declare
    base_     bigint;
    end_      bigint;
    ended_at  timestamptz;
    at_       timestamptz;
    numbers   bigint[];
begin
    select base into base_ from log_head where log_id = p_log_id for update;
    if not found then
        raise exception 'the log is no longer the incarnation %', p_log_id using errcode = 'DB001';
    end if;

    -- in statements after that one, so that they see those for whom the lock had to wait
    at_ := clock_timestamp();
    select e.position, e.recorded_at into end_, ended_at from event_log e where e.position >= base_ order by e.position desc limit 1;
    end_ := coalesce(end_, base_);
    at_ := greatest(at_, ended_at);

    -- nobody else moves an aggregate on while the head is locked; a subquery, because a join may be planned as a scan
    select array_agg(s.append) into lost
      from unnest(p_stream_appends, p_streams, p_befores) as s (append, aggregate_id, before)
     where s.before <> coalesce((select h.sequence from stream_head h where h.aggregate_id = s.aggregate_id), -1);
    if lost is not null then
        select array_agg(e.aggregate_type), array_agg(e.aggregate_id), array_agg(e.sequence), array_agg(e.event_id),
               array_agg(e.event_type), array_agg(e.revision), array_agg(e.payload), array_agg(e.metadata),
               array_agg(e.stream - (select count(*) from unnest(p_stream_appends) with ordinality as s (append, n)
                                      where s.n < e.stream and s.append = any (lost))::integer)
          into p_aggregate_types, p_aggregate_ids, p_sequences, p_event_ids, p_event_types, p_revisions, p_payloads, p_metadata,
               p_event_streams
          from unnest(p_appends, p_aggregate_types, p_aggregate_ids, p_sequences, p_event_ids, p_event_types, p_revisions, p_payloads, p_metadata,
                      p_event_streams)
               as e (append, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, stream)
         where e.append <> all (lost);
        if p_sequences is null then
            return;
        end if;
        select array_agg(s.aggregate_id), array_agg(s.before), array_agg(s.last),
               array_agg(s.first - (select count(*) from unnest(p_appends) with ordinality as e (append, n)
                                     where e.n < s.first and e.append = any (lost))::integer)
          into p_streams, p_befores, p_lasts, p_firsts
          from unnest(p_stream_appends, p_streams, p_befores, p_lasts, p_firsts) as s (append, aggregate_id, before, last, first)
         where s.append <> all (lost);
        select jsonb_agg(a) into p_answers from jsonb_array_elements(p_answers) as a where (a ->> 'append')::integer <> all (lost);
    end if;

    if -1 = any (p_befores) then
        insert into stream_head (aggregate_id, sequence, first_position, last_position)
        select s.aggregate_id, s.last, end_ + s.first, end_ + cardinality(p_sequences)
          from unnest(p_streams, p_befores, p_lasts, p_firsts) as s (aggregate_id, before, last, first)
         where s.before = -1 and s.last > -1;
    end if;
    update stream_head h set sequence = s.last, last_position = end_ + cardinality(p_sequences)
      from unnest(p_streams, p_befores, p_lasts) as s (aggregate_id, before, last)
     where s.before >= 0 and s.last > s.before and h.aggregate_id = s.aggregate_id;

    numbers := array(
        select case when s.first > 0 then end_ + s.first
                    when s.last > s.before then (select h.first_position from stream_head h where h.aggregate_id = s.aggregate_id)
                    else 0 end
          from unnest(p_streams, p_befores, p_lasts, p_firsts) as s (aggregate_id, before, last, first));
    insert into event_log (position, stream, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at)
    select end_ + e.n, numbers[e.stream], e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.payload, e.metadata, at_
      from unnest(p_event_streams, p_aggregate_types, p_aggregate_ids, p_sequences, p_event_ids, p_event_types, p_revisions, p_payloads, p_metadata)
           with ordinality as e (stream, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, n);

    perform append_riders(p_aggregate_types, p_aggregate_ids, p_sequences, p_event_types, p_payloads, p_answers, at_);
    end_position := end_ + cardinality(p_sequences);
    end_recorded_at := at_;
end
$$;

-- What the plain statement asks when it has not moved all of its aggregates on: it fails, with all that it has written.
create function too_late() returns boolean language plpgsql as $$
begin
    raise exception 'somebody has moved an aggregate on' using errcode = 'DB002';
end
$$;

-- What rides in the commit of its events.
create function append_riders(
    p_aggregate_types text[],
    p_aggregate_ids text[],
    p_sequences bigint[],
    p_event_types text[],
    p_payloads bytea[],
    p_answers jsonb,
    p_at timestamptz
) returns void language plpgsql as $$
begin
    if 'InventoryItem' = any (p_aggregate_types) then
        perform note_items(p_aggregate_types, p_aggregate_ids, p_sequences, p_event_types, p_payloads);
    end if;

    if 'Order' = any (p_aggregate_types) then
        perform note_orders(p_event_types, p_payloads);
    end if;

    if 'Payment' = any (p_aggregate_types) then
        perform note_payments(p_event_types, p_payloads, p_at);
    end if;

    if p_answers is not null then
        insert into answer (principal, operation, key, body_hash, body, recorded_at)
        select a.principal, a.operation, a.key, a.body_hash, a.body, p_at
          from jsonb_to_recordset(p_answers) as a (principal text, operation text, key text, body_hash text, body text);
    end if;
end
$$;

-- What the write side must find without a view: which items a SKU has, and which holds will end.
create function note_items(
    p_aggregate_types text[],
    p_aggregate_ids text[],
    p_sequences bigint[],
    p_event_types text[],
    p_payloads bytea[]
) returns void language plpgsql as $$
declare
    begins_hold constant text[] := array['inventory.InventoryReserved', 'inventory.ReservationExtended'];
    ends_hold constant text[] :=
        array['inventory.ReservationConfirmed', 'inventory.ReservationReleased', 'inventory.ReservationExpired'];
begin
    if 0 = any (p_sequences) then
        insert into item_of_sku (sku, location)
        select split_part(e.aggregate_id, '@', 1), split_part(e.aggregate_id, '@', 2)
          from unnest(p_aggregate_types, p_aggregate_ids, p_sequences) as e (aggregate_type, aggregate_id, sequence)
         where e.aggregate_type = 'InventoryItem' and e.sequence = 0;
    end if;

    -- one append may tell several things of a hold, tidied away and made anew, made and extended: the last one counts
    if p_event_types && (begins_hold || ends_hold) then
        with told as materialized (
            select distinct on (e.aggregate_id, json ->> 'reservation')
                   e.aggregate_id, json ->> 'reservation' as reservation, e.event_type, (json ->> 'expiresAt')::timestamptz as ends_at
              from unnest(p_aggregate_ids, p_event_types, p_payloads) with ordinality as e (aggregate_id, event_type, payload, n),
                   lateral (select convert_from(e.payload, 'UTF8')::jsonb) as j (json)
             where e.event_type = any (begins_hold || ends_hold)
             order by e.aggregate_id, json ->> 'reservation', e.n desc
        ), ended as (
            delete from hold_end h using told t
             where t.event_type = any (ends_hold) and h.item_id = t.aggregate_id and h.reservation = t.reservation
        )
        insert into hold_end (item_id, reservation, ends_at)
        select aggregate_id, reservation, ends_at from told where event_type = any (begins_hold)
        on conflict (item_id, reservation) do update set ends_at = excluded.ends_at;
    end if;
end
$$;

-- The one way into the log: head, events, what rides with them, and the wake-up, in one statement and one round trip.
--
-- Several appends share it; each is numbered, from 1, and is written wholly or not at all. The arrays p_appends to p_metadata run in
-- parallel, one element per event; p_stream_appends to p_lasts likewise, one element per append and aggregate: the sequence that the
-- append was decided on, -1 for none, and the one that it leads to. No two appends of one call name the same aggregate.
--
-- Answers the position of the last event and the numbers of those appends that came too late: somebody had moved one of their
-- aggregates on. Of these nothing is written.
create function append_events(
    p_log_id uuid,
    p_appends integer[],
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
    p_answers jsonb,
    out p_head bigint,
    out p_lost integer[]
) language plpgsql as $$
declare
    base_  bigint;
    before bigint;
    at_    timestamptz;
begin
    select base into base_ from log_head where log_id = p_log_id for update;
    if not found then
        raise exception 'the log is no longer the incarnation %', p_log_id using errcode = 'DB001';
    end if;

    -- a statement of its own, so that it sees those for whom the lock had to wait
    select position, greatest(recorded_at, clock_timestamp()) into before, at_
      from event_log where position >= base_ order by position desc limit 1;
    if not found then
        before := base_;
        at_ := clock_timestamp();
    end if;

    -- the head's lock is held by now, so nobody else moves an aggregate on; a subquery, because a join may be planned as a scan
    select array_agg(distinct s.append) into p_lost
      from unnest(p_stream_appends, p_streams, p_befores) as s (append, aggregate_id, before)
     where s.before <> coalesce((select h.sequence from stream_head h where h.aggregate_id = s.aggregate_id), -1);
    if p_lost is not null then
        select array_agg(e.append), array_agg(e.aggregate_type), array_agg(e.aggregate_id), array_agg(e.sequence), array_agg(e.event_id),
               array_agg(e.event_type), array_agg(e.revision), array_agg(e.payload), array_agg(e.metadata)
          into p_appends, p_aggregate_types, p_aggregate_ids, p_sequences, p_event_ids, p_event_types, p_revisions, p_payloads, p_metadata
          from unnest(p_appends, p_aggregate_types, p_aggregate_ids, p_sequences, p_event_ids, p_event_types, p_revisions, p_payloads, p_metadata)
               as e (append, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata)
         where e.append <> all (p_lost);
        if p_appends is null then
            p_head := before;
            return;
        end if;
        select array_agg(s.aggregate_id), array_agg(s.last) into p_streams, p_lasts
          from unnest(p_stream_appends, p_streams, p_lasts) as s (append, aggregate_id, last)
         where s.append <> all (p_lost);
        select jsonb_agg(a) into p_answers from jsonb_array_elements(p_answers) as a where (a ->> 'append')::integer <> all (p_lost);
    end if;
    p_head := before + cardinality(p_appends);

    insert into stream_head as h (aggregate_id, sequence, first_position, last_position)
    select s.aggregate_id, s.last, before + 1, p_head from unnest(p_streams, p_lasts) as s (aggregate_id, last)
    on conflict (aggregate_id) do update set sequence = excluded.sequence, last_position = excluded.last_position;

    insert into event_log (position, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at)
    select before + e.n, e.aggregate_type, e.aggregate_id, e.sequence, e.event_id, e.event_type, e.revision, e.payload, e.metadata, at_
      from unnest(p_aggregate_types, p_aggregate_ids, p_sequences, p_event_ids, p_event_types, p_revisions, p_payloads, p_metadata)
           with ordinality as e (aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, n);

    if 'InventoryItem' = any (p_aggregate_types) then
        perform note_items(p_aggregate_types, p_aggregate_ids, p_sequences, p_event_types, p_payloads);
    end if;

    if p_answers is not null then
        insert into answer (principal, operation, key, body_hash, body, recorded_at)
        select a.principal, a.operation, a.key, a.body_hash, a.body, at_
          from jsonb_to_recordset(p_answers) as a (principal text, operation text, key text, body_hash text, body text);
    end if;

    -- told once, when this commits
    perform pg_notify('event_log', p_log_id::text);
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
begin
    insert into item_of_sku (sku, location)
    select split_part(e.aggregate_id, '@', 1), split_part(e.aggregate_id, '@', 2)
      from unnest(p_aggregate_types, p_aggregate_ids, p_sequences) as e (aggregate_type, aggregate_id, sequence)
     where e.aggregate_type = 'InventoryItem' and e.sequence = 0;

    insert into hold_end (item_id, reservation, ends_at)
    select e.aggregate_id, json ->> 'reservation', (json ->> 'expiresAt')::timestamptz
      from unnest(p_aggregate_ids, p_event_types, p_payloads) as e (aggregate_id, event_type, payload),
           lateral (select convert_from(e.payload, 'UTF8')::jsonb) as j (json)
     where e.event_type = 'inventory.InventoryReserved'
    on conflict (item_id, reservation) do update set ends_at = excluded.ends_at;

    delete from hold_end h
     using unnest(p_aggregate_ids, p_event_types, p_payloads) as e (aggregate_id, event_type, payload)
     where e.event_type in ('inventory.ReservationConfirmed', 'inventory.ReservationReleased', 'inventory.ReservationExpired')
       and h.item_id = e.aggregate_id
       and h.reservation = convert_from(e.payload, 'UTF8')::jsonb ->> 'reservation';
end
$$;

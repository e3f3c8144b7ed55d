-- The one way into the log: head, conflicts, events and what rides with them, in one statement and one round trip.
--
-- Several appends share it; each has a number of the caller's, and is written wholly or not at all. The arrays p_appends to p_metadata run in
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
    before_at timestamptz;
    at_    timestamptz;
    last_  bigint;
begin
    select base into base_ from log_head where log_id = p_log_id for update;
    if not found then
        raise exception 'the log is no longer the incarnation %', p_log_id using errcode = 'DB001';
    end if;

    -- in statements after that one, so that they see those for whom the lock had to wait
    at_ := clock_timestamp();
    -- one event, as most appends of a quiet shop are: the same as below without arrays, in half the time
    if cardinality(p_appends) = 1 then
        select (select h.sequence from stream_head h where h.aggregate_id = p_streams[1]), e.position, e.recorded_at
          into last_, before, before_at
          from event_log e where e.position >= base_ order by e.position desc limit 1;
        if not found then
            before := base_;
        end if;
        at_ := greatest(at_, before_at);
        if coalesce(last_, -1) <> p_befores[1] then
            p_head := before;
            p_lost := p_appends;
            return;
        end if;
        p_head := before + 1;
        if last_ is null then
            insert into stream_head (aggregate_id, sequence, first_position, last_position)
            values (p_streams[1], p_lasts[1], p_head, p_head);
        else
            update stream_head set sequence = p_lasts[1], last_position = p_head where aggregate_id = p_streams[1];
        end if;
        insert into event_log (position, aggregate_type, aggregate_id, sequence, event_id, event_type, revision, payload, metadata, recorded_at)
        values (p_head, p_aggregate_types[1], p_aggregate_ids[1], p_sequences[1], p_event_ids[1], p_event_types[1], p_revisions[1],
                p_payloads[1], p_metadata[1], at_);
        if p_answers is not null or p_aggregate_types[1] = 'InventoryItem' then
            perform append_riders(p_aggregate_types, p_aggregate_ids, p_sequences, p_event_types, p_payloads, p_answers, at_);
        end if;
        return;
    end if;

    select e.position, e.recorded_at into before, before_at from event_log e where e.position >= base_ order by e.position desc limit 1;
    if not found then
        before := base_;
    end if;
    at_ := greatest(at_, before_at);

    -- nobody else moves an aggregate on while the head is locked; a subquery, because a join may be planned as a scan
    select array_agg(s.append) into p_lost
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

    if p_answers is not null or 'InventoryItem' = any (p_aggregate_types) then
        perform append_riders(p_aggregate_types, p_aggregate_ids, p_sequences, p_event_types, p_payloads, p_answers, at_);
    end if;
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
    ends_hold constant text[] :=
        array['inventory.ReservationConfirmed', 'inventory.ReservationReleased', 'inventory.ReservationExpired'];
begin
    if 0 = any (p_sequences) then
        insert into item_of_sku (sku, location)
        select split_part(e.aggregate_id, '@', 1), split_part(e.aggregate_id, '@', 2)
          from unnest(p_aggregate_types, p_aggregate_ids, p_sequences) as e (aggregate_type, aggregate_id, sequence)
         where e.aggregate_type = 'InventoryItem' and e.sequence = 0;
    end if;

    if 'inventory.InventoryReserved' = any (p_event_types) then
        insert into hold_end (item_id, reservation, ends_at)
        select e.aggregate_id, json ->> 'reservation', (json ->> 'expiresAt')::timestamptz
          from unnest(p_aggregate_ids, p_event_types, p_payloads) as e (aggregate_id, event_type, payload),
               lateral (select convert_from(e.payload, 'UTF8')::jsonb) as j (json)
         where e.event_type = 'inventory.InventoryReserved'
        on conflict (item_id, reservation) do update set ends_at = excluded.ends_at;
    end if;

    if p_event_types && ends_hold then
        delete from hold_end h
         using unnest(p_aggregate_ids, p_event_types, p_payloads) as e (aggregate_id, event_type, payload)
         where e.event_type = any (ends_hold)
           and h.item_id = e.aggregate_id
           and h.reservation = convert_from(e.payload, 'UTF8')::jsonb ->> 'reservation';
    end if;
end
$$;

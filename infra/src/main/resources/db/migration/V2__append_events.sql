-- The one way into the log: head, events, what rides with them, and the wake-up, in one statement and one round trip.
-- The arrays run in parallel, one element per event. Answers the position of the last event.
create function append_events(
    p_log_id uuid,
    p_aggregate_types text[],
    p_aggregate_ids text[],
    p_sequences bigint[],
    p_event_ids uuid[],
    p_event_types text[],
    p_revisions integer[],
    p_payloads bytea[],
    p_metadata bytea[],
    p_answers jsonb
) returns bigint language plpgsql as $$
declare
    before bigint;
    at_    timestamptz;
begin
    update log_head
       set position = position + cardinality(p_aggregate_ids),
           recorded_at = greatest(recorded_at, clock_timestamp())
     where log_id = p_log_id
    returning position - cardinality(p_aggregate_ids), recorded_at into before, at_;
    if not found then
        raise exception 'the log is no longer the incarnation %', p_log_id using errcode = 'DB001';
    end if;

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
    return before + cardinality(p_aggregate_ids);
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

-- The parts of the log as the catalogue knows them: positions from first_position up to, not including, past_last.
create view log_partition as
select c.oid::regclass as name,
       (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''?(\d+)''?\)'))[1]::bigint as first_position,
       (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''?(\d+)''?\)'))[1]::bigint as past_last
  from pg_inherits i
  join pg_class c on c.oid = i.inhrelid
 where i.inhparent = 'event_log'::regclass;

-- Position of the last event, 0 while there is none.
create function log_end() returns bigint language plpgsql stable as $$
declare
    base_ bigint;
    last_ bigint;
begin
    select base into base_ from log_head;
    select position into last_ from event_log where position >= base_ order by position desc limit 1;
    return coalesce(last_, base_);
end
$$;

-- Makes partitions until a whole empty one lies beyond the next p_next positions, and answers the end of the last. A table is attached
-- rather than created in place, since that waits for no reader and no append.
create function create_partitions(p_size bigint, p_next integer) returns bigint language plpgsql as $$
declare
    ends bigint;
    head bigint := log_end();
    part text;
begin
    -- one at a time; who waited here finds the work done
    lock table event_log in share update exclusive mode;
    select coalesce(max(past_last), 0) into ends from log_partition;
    while ends - head - p_next <= p_size loop
        part := 'event_log_' || lpad(ends::text, 12, '0');
        execute format('create table %I (like event_log including all)', part);
        execute format('alter table event_log attach partition %I for values from (%s) to (%s)', part, ends, ends + p_size);
        ends := ends + p_size;
    end loop;
    update log_head set base = head where base < head;
    return ends;
end
$$;

-- The book of original entry, and what is written in the same commit as an entry.

-- One row. Every append locks it before it looks where the log ends, and holds the lock until it is visible: so positions have no
-- holes, their order is the order of commits, and a reader that has seen a position has seen everything before it (docs/adr/0010). It
-- is not updated by appends: under a snapshot that is held for long each of them would have to walk past the versions of all others.
create table log_head (
    only_row          boolean primary key default true check (only_row),
    -- the log ends here or later; moved on with every partition, so that its end is looked for in the last ones only
    base              bigint      not null,
    -- the incarnation of the log; a restored copy gets another one before anything runs on it
    log_id            uuid        not null,
    -- where the log lay when it was last adopted; unknown until the first start
    system_identifier bigint,
    database_oid      bigint,
    timeline          integer,
    adopted_at        timestamptz
);

insert into log_head (base, log_id) values (0, gen_random_uuid());

-- Cut by position, so that indexes stay small enough to be kept in memory however long the log grows (docs/adr/0016). Partitions are
-- made ahead of need by create_partitions.
create table event_log (
    position       bigint      not null,
    -- the number of its aggregate's stream, see stream_head
    stream         bigint      not null,
    aggregate_type text        not null,
    aggregate_id   text collate "C" not null,
    sequence       bigint      not null,
    event_id       uuid        not null,
    event_type     text        not null,
    revision       integer     not null,
    payload        bytea       not null,
    metadata       bytea       not null,
    recorded_at    timestamptz not null,
    constraint event_log_pkey primary key (position)
) partition by range (position);

-- Not unique: PostgreSQL can only make that true within one partition. stream_head makes it true for all. By number, since new streams
-- then come at the right edge; in an index by ids each would come anywhere.
create index event_log_stream on event_log (stream, sequence);

-- The last event of every aggregate. An append wins a sequence by moving its row on, and the positions say which partitions to load
-- the aggregate from. The first one is the number of its stream.
create table stream_head (
    aggregate_id   text collate "C" not null,
    sequence       bigint not null,
    first_position bigint not null,
    last_position  bigint not null,
    constraint stream_head_pkey primary key (aggregate_id)
) with (fillfactor = 80);

-- The events of one aggregate, for whoever looks by hand.
create function story(p_aggregate_id text) returns setof event_log language sql stable as $$
    select * from event_log
     where stream = (select first_position from stream_head where aggregate_id = p_aggregate_id)
     order by sequence;
$$;

-- The state of an aggregate as of one of its events, to be loaded in place of what came before. Derived: may be emptied at any time.
create table snapshot (
    aggregate_id   text collate "C" not null,
    aggregate_type text        not null,
    sequence       bigint      not null,
    -- of the event with that sequence: what comes after it has a higher one
    position       bigint      not null,
    snapshot_type  text        not null,
    revision       integer     not null,
    payload        bytea       not null,
    recorded_at    timestamptz not null default clock_timestamp(),
    constraint snapshot_pkey primary key (aggregate_id)
) with (fillfactor = 50);

-- Which (SKU, location) pairs have stock of their own. Written with the first event of an item, never from a view.
create table item_of_sku (
    sku      text not null,
    location text not null,
    constraint item_of_sku_pkey primary key (sku, location)
);

-- Holds that nobody has yet confirmed, released or tidied away: where the sweeper looks.
create table hold_end (
    item_id     text        not null,
    reservation text        not null,
    ends_at     timestamptz not null,
    constraint hold_end_pkey primary key (item_id, reservation)
);
create index hold_end_due on hold_end (ends_at);

-- What was answered to a request that carried an idempotency key.
create table answer (
    principal   text        not null,
    operation   text        not null,
    key         text        not null,
    body_hash   text        not null,
    body        text        not null,
    recorded_at timestamptz not null,
    constraint answer_pkey primary key (principal, operation, key)
);

-- One key per person; without its key what it encrypted can never be read again.
create table subject_key (
    key_id     uuid        not null,
    subject    text        not null,
    key        bytea,
    created_at timestamptz not null default clock_timestamp(),
    erased_at  timestamptz,
    constraint subject_key_pkey primary key (key_id),
    constraint subject_key_erased check ((key is null) = (erased_at is not null))
);
create unique index subject_key_current on subject_key (subject) where key is not null;

-- Axon's tracking tokens.
create table token_entry (
    processor_name varchar(255) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(255),
    timestamp      varchar(255),
    owner          varchar(255),
    constraint token_entry_pkey primary key (processor_name, segment)
) with (fillfactor = 50);

-- db-scheduler's tasks, as version 16 wants them.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    constraint scheduled_tasks_pkey primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);

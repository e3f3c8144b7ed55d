-- Which generation of a view answers. One UPDATE promotes.
CREATE TABLE view_generation (
    view_group text PRIMARY KEY,
    serving    integer,
    previous   integer
);

-- Every generation there ever was; its number is never used again.
CREATE TABLE view_build (
    view_group   text NOT NULL,
    generation   integer NOT NULL,
    fold_version integer NOT NULL,
    state        text NOT NULL CHECK (state IN ('BUILDING', 'READY', 'LOST', 'FAILED', 'DROPPED')),
    created_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    ready_at     timestamptz,
    replayed     bigint NOT NULL DEFAULT 0,
    to_replay    bigint NOT NULL DEFAULT 0,
    row_count    bigint NOT NULL DEFAULT 0,
    note         text,
    PRIMARY KEY (view_group, generation)
);

-- Who builds a view right now. Without a heartbeat it is free for the next.
CREATE TABLE view_lease (
    view_group text PRIMARY KEY,
    owner      text NOT NULL,
    heartbeat  timestamptz NOT NULL
);

-- How far the views in PostgreSQL have come: moved in the transaction that writes the rows.
CREATE TABLE view_progress (
    view         text NOT NULL,
    generation   integer NOT NULL,
    topic        text NOT NULL,
    partition_no integer NOT NULL,
    next_offset  bigint NOT NULL,
    log_id       text NOT NULL,
    PRIMARY KEY (view, generation, topic, partition_no)
);

-- A file that is being, or was, sent as commands. Whoever holds the lease runs it; what is recorded here is what was acknowledged.
CREATE TABLE import_job (
    id            uuid PRIMARY KEY,
    kind          text        NOT NULL,
    currency      text        NOT NULL,
    location      text        NOT NULL,
    -- SHA-256 of the unpacked content
    file_hash     text        NOT NULL,
    -- name below the data folder; null for what is generated
    spool         text,
    state         text        NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    uploaded_at   timestamptz NOT NULL DEFAULT now(),
    -- how many units are acknowledged without a gap: a taken-over job goes on behind them
    units_done    bigint      NOT NULL DEFAULT 0,
    -- what became of those units
    tally         text        NOT NULL,
    lines_total   bigint,
    -- length of the rejects file when this was recorded; what stands behind it is cut off and written again
    rejects_bytes bigint      NOT NULL DEFAULT 0,
    lease_owner   text,
    heartbeat     timestamptz,
    summary       text,
    error         text,
    finished_at   timestamptz
);

-- One job at a time per file: a second upload while one is unfinished joins it.
CREATE UNIQUE INDEX import_job_unfinished ON import_job (kind, currency, location, file_hash) WHERE state <> 'done';
CREATE INDEX import_job_running ON import_job (heartbeat) WHERE state = 'running';

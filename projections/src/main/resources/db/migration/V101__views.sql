-- One partition per generation, made and dropped by the program. body is null for a tombstone; applied is the last sequence seen,
-- by aggregate. json, not jsonb: it keeps what was written, character for character.

CREATE TABLE view_order_status (
    generation integer NOT NULL,
    row_key    text NOT NULL,
    body       json,
    applied    json NOT NULL,
    version    bigint NOT NULL,
    PRIMARY KEY (generation, row_key)
) PARTITION BY LIST (generation);

CREATE TABLE view_order_history (
    generation integer NOT NULL,
    row_key    text NOT NULL,
    body       json,
    applied    json NOT NULL,
    version    bigint NOT NULL,
    customer   text,
    placed_at  timestamptz,
    PRIMARY KEY (generation, row_key)
) PARTITION BY LIST (generation);

CREATE INDEX view_order_history_of_customer
    ON view_order_history (customer, placed_at DESC, row_key DESC);

CREATE TABLE view_stock_level (
    generation integer NOT NULL,
    row_key    text NOT NULL,
    body       json,
    applied    json NOT NULL,
    version    bigint NOT NULL,
    PRIMARY KEY (generation, row_key)
) PARTITION BY LIST (generation);

CREATE TABLE view_product (
    generation integer NOT NULL,
    row_key    text NOT NULL,
    body       json,
    applied    json NOT NULL,
    version    bigint NOT NULL,
    PRIMARY KEY (generation, row_key)
) PARTITION BY LIST (generation);

-- What people and warehouses are to be told: a row per message and channel, written in the transaction of the token that says how far
-- the log was read for it. A row points to the event that is told of; nothing of what it says, and nobody it is said to, stands here.
create table notification (
    -- derived from the event's id, the kind and the location
    id           text        not null,
    channel      text        not null,
    kind         text        not null,
    order_id     text        not null,
    aggregate_id text        not null,
    sequence     bigint      not null,
    -- the warehouse that is told; null for a customer
    location     text,
    state        text        not null default 'due' check (state in ('due', 'sent', 'given-up', 'closed')),
    due_since    timestamptz not null,
    -- so far that came to nothing
    tries        integer     not null default 0,
    -- nobody takes it before; whoever takes it moves this to the end of their lease
    not_before   timestamptz not null,
    -- why it was not sent
    note         text,
    closed_at    timestamptz,
    constraint notification_pkey primary key (id, channel)
);
create index notification_due on notification (channel, not_before) where state = 'due';
create index notification_given_up on notification (due_since) where state = 'given-up';
create index notification_done on notification (closed_at) where state in ('sent', 'closed');

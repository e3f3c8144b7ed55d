-- What the write side must find of orders and payments without a view. Written in the append of the events it is read from.

-- Who ordered what when: what a look for fraud compares with.
create table order_of_customer (
    customer  text        not null,
    order_id  text        not null,
    placed_at timestamptz not null,
    constraint order_of_customer_pkey primary key (customer, order_id)
);
create index order_of_customer_latest on order_of_customer (customer, placed_at desc);

-- Until when an order waits for something that may never come.
create table order_deadline (
    order_id  text        not null,
    -- payment or review
    waits_for text        not null,
    ends_at   timestamptz not null,
    -- the stock's hold, and with it the wait for the payment, was made longer
    extended  boolean     not null default false,
    constraint order_deadline_pkey primary key (order_id, waits_for)
);
create index order_deadline_due on order_deadline (ends_at);

-- What was asked of the payment provider and is not answered.
create table payment_due (
    order_id text        not null,
    -- authorise, void, capture:id or refund:id
    step     text        not null,
    asked_at timestamptz not null,
    constraint payment_due_pkey primary key (order_id, step)
);
create index payment_due_asked on payment_due (asked_at);

create function note_orders(p_event_types text[], p_payloads bytea[]) returns void language plpgsql as $$
declare
    noted constant text[] :=
        array['order.OrderPlaced', 'order.PaymentAwaited', 'order.HoldsExtended', 'order.OrderSentToReview'];
    ended constant text[] := array['order.PaymentSecured', 'order.OrderCleared', 'order.OrderConfirmed', 'order.OrderCancelled'];
begin
    if p_event_types && noted then
        insert into order_of_customer (customer, order_id, placed_at)
        select json ->> 'customer', json ->> 'order', (json ->> 'occurredAt')::timestamptz
          from unnest(p_event_types, p_payloads) as e (event_type, payload),
               lateral (select convert_from(e.payload, 'UTF8')::jsonb) as j (json)
         where e.event_type = 'order.OrderPlaced';

        -- one append may tell several times until when an order waits: the last one counts
        insert into order_deadline (order_id, waits_for, ends_at, extended)
        select distinct on (told.order_id, told.waits_for)
               told.order_id,
               told.waits_for,
               told.ends_at,
               bool_or(told.extended) over (partition by told.order_id, told.waits_for)
          from (select e.n,
                       json ->> 'order' as order_id,
                       case e.event_type when 'order.OrderSentToReview' then 'review' else 'payment' end as waits_for,
                       (json ->> case e.event_type when 'order.HoldsExtended' then 'holdsUntil' else 'until' end)::timestamptz
                           as ends_at,
                       e.event_type = 'order.HoldsExtended' as extended
                  from unnest(p_event_types, p_payloads) with ordinality as e (event_type, payload, n),
                       lateral (select convert_from(e.payload, 'UTF8')::jsonb) as j (json)
                 where e.event_type in ('order.PaymentAwaited', 'order.HoldsExtended', 'order.OrderSentToReview')) as told
         order by told.order_id, told.waits_for, told.n desc
        on conflict (order_id, waits_for) do update
           set ends_at = excluded.ends_at, extended = order_deadline.extended or excluded.extended;
    end if;

    if p_event_types && ended then
        delete from order_deadline d
         using unnest(p_event_types, p_payloads) as e (event_type, payload)
         where e.event_type = any (ended)
           and d.order_id = convert_from(e.payload, 'UTF8')::jsonb ->> 'order'
           and d.waits_for = any (case e.event_type
                                      when 'order.PaymentSecured' then array['payment']
                                      when 'order.OrderCleared' then array['review']
                                      else array['payment', 'review']
                                  end);
    end if;
end
$$;

-- One step of one payment is asked for and answered in different appends, so it does not matter that the deletions come last here;
-- nothing is set aside any more for a payment that is to be released, but what was captured of it may still be given back.
create function note_payments(p_event_types text[], p_payloads bytea[], p_at timestamptz) returns void language plpgsql as $$
begin
    insert into payment_due (order_id, step, asked_at)
    select distinct on (1, 2)
           json ->> 'order',
           case e.event_type
               when 'payment.CaptureRequested' then 'capture:' || (json ->> 'shipmentId')
               when 'payment.RefundRequested' then 'refund:' || (json ->> 'refundId')
               when 'payment.VoidRequested' then 'void'
               else 'authorise'
           end,
           p_at
      from unnest(p_event_types, p_payloads) as e (event_type, payload),
           lateral (select convert_from(e.payload, 'UTF8')::jsonb) as j (json)
     where e.event_type in
           ('payment.PaymentRequested', 'payment.CaptureRequested', 'payment.RefundRequested', 'payment.VoidRequested')
    on conflict (order_id, step) do update set asked_at = excluded.asked_at;

    delete from payment_due d
     using unnest(p_event_types, p_payloads) as e (event_type, payload),
           lateral (select convert_from(e.payload, 'UTF8')::jsonb) as j (json)
     where d.order_id = json ->> 'order'
       and d.step = case e.event_type
                        when 'payment.PaymentAuthorised' then 'authorise'
                        when 'payment.PaymentDeclined' then 'authorise'
                        when 'payment.VoidRequested' then 'authorise'
                        when 'payment.PaymentVoided' then 'void'
                        when 'payment.PaymentCaptured' then 'capture:' || (json ->> 'shipmentId')
                        when 'payment.CaptureFailed' then 'capture:' || (json ->> 'shipmentId')
                        when 'payment.PaymentRefunded' then 'refund:' || (json ->> 'refundId')
                        when 'payment.RefundFailed' then 'refund:' || (json ->> 'refundId')
                    end;
end
$$;

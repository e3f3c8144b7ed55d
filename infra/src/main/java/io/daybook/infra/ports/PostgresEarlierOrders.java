package io.daybook.infra.ports;

import io.daybook.command.fraud.EarlierOrders;
import io.daybook.domain.fraud.EarlierOrder;
import io.daybook.domain.kernel.Address;
import io.daybook.domain.kernel.CustomerId;
import io.daybook.domain.kernel.OrderId;
import io.daybook.domain.order.OrderEvent.OrderPlaced;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads {@code order_of_customer}, which the append that places an order writes. Where an order went is personal data and stands in
 * its event alone, so it is read there.
 */
final class PostgresEarlierOrders implements EarlierOrders {
    private final JdbcClient db;
    private final EventStore log;

    PostgresEarlierOrders(JdbcClient db, EventStore log) {
        this.db = db;
        this.log = log;
    }

    private record Row(OrderId order, Instant placedAt) {}

    @Override
    public List<EarlierOrder> of(CustomerId customer, OrderId than, int max, int withAddress) {
        List<Row> rows = db.sql(
                        "select order_id, placed_at from order_of_customer where customer = ? and order_id <> ? order by placed_at desc limit ?")
                .params(customer.value(), than.value(), max)
                .query((row, n) -> new Row(
                        new OrderId(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        List<EarlierOrder> orders = new ArrayList<>();
        for (Row row : rows) {
            Address address = orders.size() < withAddress ? deliveredTo(row.order()) : null;
            orders.add(new EarlierOrder(row.order(), row.placedAt(), address));
        }
        return List.copyOf(orders);
    }

    private @Nullable Address deliveredTo(OrderId order) {
        DomainEventStream events = log.readEvents(order.aggregateId());
        return events.hasNext() && events.next().getPayload() instanceof OrderPlaced placed ? placed.deliverTo() : null;
    }
}

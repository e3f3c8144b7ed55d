package io.daybook.infra.ports;

import io.daybook.command.fulfilment.OverdueOrders;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code order_deadline}, which appends keep: a row per order and thing that it waits for. */
final class PostgresOverdueOrders implements OverdueOrders {
    private final JdbcClient db;

    PostgresOverdueOrders(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<OrderId> overdueBy(Instant time, @Nullable OrderId after, int max) {
        return db.sql(
                        "select distinct order_id from order_deadline where ends_at <= ? and order_id > ? order by order_id limit ?")
                .params(time.atOffset(ZoneOffset.UTC), after == null ? "" : after.value(), max)
                .query((row, n) -> new OrderId(row.getString(1)))
                .list();
    }
}

package io.daybook.infra.ports;

import io.daybook.command.fulfilment.DuePayments;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code payment_due}, which appends keep: a row per step that the provider has not answered. */
final class PostgresDuePayments implements DuePayments {
    private final JdbcClient db;

    PostgresDuePayments(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<OrderId> askedBefore(Instant time, @Nullable OrderId after, int max) {
        return db.sql(
                        "select distinct order_id from payment_due where asked_at < ? and order_id > ? order by order_id limit ?")
                .params(time.atOffset(ZoneOffset.UTC), after == null ? "" : after.value(), max)
                .query((row, n) -> new OrderId(row.getString(1)))
                .list();
    }
}

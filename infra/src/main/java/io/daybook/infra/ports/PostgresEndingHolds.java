package io.daybook.infra.ports;

import io.daybook.command.fulfilment.EndingHolds;
import io.daybook.domain.kernel.OrderId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code order_deadline}, which appends keep: the payment of an order is awaited as long as its stock is held. */
final class PostgresEndingHolds implements EndingHolds {
    private static final String ENDING = """
            select order_id, ends_at from order_deadline
             where waits_for = 'payment' and not extended and ends_at <= ? and order_id > ?
             order by order_id limit ?
            """;

    private final JdbcClient db;

    PostgresEndingHolds(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Ending> endingBy(Instant time, @Nullable Ending after, int max) {
        return db.sql(ENDING)
                .params(
                        time.atOffset(ZoneOffset.UTC),
                        after == null ? "" : after.order().value(),
                        max)
                .query((row, n) -> new Ending(
                        new OrderId(row.getString(1)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }
}

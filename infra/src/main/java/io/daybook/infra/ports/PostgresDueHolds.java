package io.daybook.infra.ports;

import io.daybook.command.fulfilment.DueHolds;
import io.daybook.domain.inventory.ItemId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code hold_end}, which appends keep: a row per hold that was neither confirmed, released nor tidied away. */
final class PostgresDueHolds implements DueHolds {
    private final JdbcClient db;

    PostgresDueHolds(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<ItemId> withHoldsEndedBy(Instant time, int max) {
        return db.sql(
                        "select item_id from hold_end where ends_at <= ? group by item_id order by min(ends_at), item_id limit ?")
                .params(time.atOffset(ZoneOffset.UTC), max)
                .query((row, n) -> ItemId.parse(row.getString(1)))
                .list();
    }
}

package io.daybook.infra.ports;

import io.daybook.command.fulfilment.DueHolds;
import io.daybook.domain.inventory.ItemId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code hold_end}, which appends keep: a row per hold that was neither confirmed, released nor tidied away. */
final class PostgresDueHolds implements DueHolds {
    private final JdbcClient db;

    PostgresDueHolds(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<ItemId> withHoldsEndedBy(Instant time, @Nullable ItemId after, int max) {
        return db.sql(
                        "select distinct item_id from hold_end where ends_at <= ? and item_id > ? order by item_id limit ?")
                .params(time.atOffset(ZoneOffset.UTC), after == null ? "" : after.toString(), max)
                .query((row, n) -> ItemId.parse(row.getString(1)))
                .list();
    }
}

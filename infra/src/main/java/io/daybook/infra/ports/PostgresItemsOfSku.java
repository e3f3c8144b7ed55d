package io.daybook.infra.ports;

import io.daybook.command.inventory.ItemsOfSku;
import io.daybook.domain.kernel.LocationId;
import io.daybook.domain.kernel.Sku;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads {@code item_of_sku}, which the append that creates an item writes. */
final class PostgresItemsOfSku implements ItemsOfSku {
    private final JdbcClient db;

    PostgresItemsOfSku(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<LocationId> locations(Sku sku) {
        return db.sql("select location from item_of_sku where sku = ? order by location")
                .param(sku.value())
                .query((row, n) -> new LocationId(row.getString(1)))
                .list();
    }
}

package io.daybook.projections.orderhistory;

import io.daybook.projections.postgres.StoredRows;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

/** The view's rows in every generation. Tombstones have no customer, so no page shows them. */
interface OrderHistoryRows extends StoredRows<StoredOrder> {
    @Query("""
            select o from StoredOrder o
             where o.id.generation = :generation and o.customer = :customer
             order by o.placedAt desc, o.id.rowKey desc
            """)
    List<StoredOrder> latest(int generation, String customer, Limit limit);

    /** Those after the entry that a page ended with. */
    @Query("""
            select o from StoredOrder o
             where o.id.generation = :generation and o.customer = :customer
               and (o.placedAt, o.id.rowKey) < (:placedAt, :rowKey)
             order by o.placedAt desc, o.id.rowKey desc
            """)
    List<StoredOrder> latestBefore(int generation, String customer, Instant placedAt, String rowKey, Limit limit);
}

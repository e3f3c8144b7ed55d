package io.daybook.projections.orderhistory;

import io.daybook.projections.postgres.StoredRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row as answers read it, with the columns that they choose and order by. */
@Entity
@Immutable
@Table(name = "view_order_history")
class StoredOrder extends StoredRow {
    @SuppressWarnings("unused") // only queries name it
    private @Nullable String customer;

    @Column(name = "placed_at")
    private @Nullable Instant placedAt;

    /** For JPA. */
    protected StoredOrder() {}

    /** As the database keeps it, to the microsecond, which is what pages are cut by. */
    Instant placedAt() {
        return Objects.requireNonNull(placedAt);
    }

    PastOrder entry() {
        return Objects.requireNonNull(as(PastOrder.class).value());
    }
}

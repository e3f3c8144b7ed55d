package io.daybook.projections.orderstatus;

import io.daybook.projections.postgres.StoredRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row as answers read it. */
@Entity
@Immutable
@Table(name = "view_order_status")
class StoredOrderStatus extends StoredRow {
    /** For JPA. */
    protected StoredOrderStatus() {}
}

package io.daybook.projections.stocklevel;

import io.daybook.projections.postgres.StoredRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row as answers read it. */
@Entity
@Immutable
@Table(name = "view_stock_level")
class StoredStock extends StoredRow {
    /** For JPA. */
    protected StoredStock() {}
}

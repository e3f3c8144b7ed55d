package io.daybook.projections.product;

import io.daybook.projections.postgres.StoredRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row as answers read it. */
@Entity
@Immutable
@Table(name = "view_product")
class StoredProduct extends StoredRow {
    /** For JPA. */
    protected StoredProduct() {}
}

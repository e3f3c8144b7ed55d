package io.daybook.projections.postgres;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A row's key within a generation. */
@Embeddable
public record RowId(
        @Column(name = "generation") int generation,
        @Column(name = "row_key") String rowKey) {}

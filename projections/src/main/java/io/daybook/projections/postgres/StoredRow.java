package io.daybook.projections.postgres;

import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.RowJson;
import io.daybook.projections.engine.Version;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A row as Hibernate reads it. It never writes one: that is the store's affair. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public abstract class StoredRow {
    @EmbeddedId
    private RowId id;

    private @Nullable String body;
    private String applied;
    private long version;

    protected StoredRow() {}

    public final RowId id() {
        return id;
    }

    public final <R> Row<R> as(Class<R> type) {
        return new Row<>(
                id.rowKey(),
                body == null ? null : RowJson.read(body, type),
                RowJson.readSequences(applied),
                Version.of(version));
    }
}

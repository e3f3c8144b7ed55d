package io.daybook.projections.postgres;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rows of a view, as answers read them. Each call sees what is committed now and keeps nothing: a question may read again and
 * again until it sees what it waits for, so a caller's transaction, with its connection and its memory of what was read, is left
 * out.
 */
@NoRepositoryBean
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public interface StoredRows<S extends StoredRow> extends Repository<S, RowId> {
    List<S> findByIdGenerationAndIdRowKeyIn(int generation, Collection<String> keys);
}

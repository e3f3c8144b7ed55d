package io.daybook.projections.postgres;

import io.daybook.domain.kernel.ReadAfter.Mark;
import io.daybook.projections.engine.Projection;
import io.daybook.projections.engine.Row;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.reading.Fresh;
import io.daybook.projections.reading.Freshness;
import io.daybook.query.reading.Reading;
import io.daybook.query.reading.ViewLost;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Reads rows of one view for its answers: from the generation that serves, and as fresh as the question asks.
 *
 * @param <R> the rows' values
 */
public final class RowReader<R> {
    private final Projection<R> projection;
    private final Serving serving;
    private final Freshness freshness;
    private final StoredRows<?> rows;

    public RowReader(Projection<R> projection, Serving serving, Freshness freshness, StoredRows<?> rows) {
        this.projection = projection;
        this.serving = serving;
        this.freshness = freshness;
        this.rows = rows;
    }

    /** As {@link #find(String, Reading, Function)}, with no other rows. */
    public Found<R> find(String key, Reading reading) {
        return find(key, reading, row -> List.of());
    }

    /**
     * The row and those that its answer needs besides; of the caller's marks, those count that belong to any of them.
     *
     * @param others keys of further rows, told from what the row holds
     * @throws io.daybook.query.reading.NotAnswered {@code view.version}, {@code view.late}, {@code view.lost}, or a bad question if
     *     a mark names what cannot be
     */
    public Found<R> find(String key, Reading reading, Function<R, Collection<String>> others) {
        int generation = serving.generationOf(projection);
        Fresh<Map<String, Row<R>>> fresh = reachable(
                () -> freshness.rows(projection, reading, () -> withOthers(generation, key, others), this::seen));
        return new Found<>(generation, fresh.stale(), key, fresh.value());
    }

    /** The rows that the caller's marks belong to, as soon as they have seen them; for answers that are made of many rows. */
    public Found<R> marked(Reading reading) {
        int generation = serving.generationOf(projection);
        Set<String> keys = reading.after() == null
                ? Set.of()
                : reading.after().marks().stream()
                        .filter(mark -> projection.consumes(mark.aggregateType()))
                        .map(mark -> Freshness.keyOf(projection, mark))
                        .collect(Collectors.toSet());
        Fresh<Map<String, Row<R>>> fresh =
                reachable(() -> freshness.rows(projection, reading, () -> read(generation, keys), this::seen));
        return new Found<>(generation, fresh.stale(), "", fresh.value());
    }

    /** Tells a store that is out of reach from everything else that may go wrong. */
    public <T> T reachable(Supplier<T> question) {
        try {
            return question.get();
        } catch (NonTransientDataAccessResourceException
                | TransientDataAccessException
                | RecoverableDataAccessException e) {
            throw new ViewLost(projection.name(), e);
        }
    }

    private Map<String, Row<R>> withOthers(int generation, String key, Function<R, Collection<String>> others) {
        Map<String, Row<R>> found = read(generation, Set.of(key));
        Row<R> row = found.get(key);
        if (row != null && row.value() != null) {
            Set<String> more = new LinkedHashSet<>(others.apply(row.value()));
            more.remove(key);
            found.putAll(read(generation, more));
        }
        return found;
    }

    /** Every key asked for is in the answer, with an absent row where there is none. */
    private Map<String, Row<R>> read(int generation, Set<String> keys) {
        Map<String, Row<R>> found = keys.stream().collect(Collectors.toMap(key -> key, key -> Row.<R>absent(key)));
        if (!keys.isEmpty()) {
            rows.findByIdGenerationAndIdRowKeyIn(generation, keys)
                    .forEach(stored -> found.put(stored.id().rowKey(), stored.as(projection.rowType())));
        }
        return found;
    }

    /** What belongs to no row that was read is nothing to wait for. */
    private long seen(Map<String, Row<R>> found, Mark mark) {
        Row<R> row = found.get(Freshness.keyOf(projection, mark));
        return row == null ? Long.MAX_VALUE : row.applied(mark.aggregateId());
    }
}

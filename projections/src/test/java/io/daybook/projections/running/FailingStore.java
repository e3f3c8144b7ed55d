package io.daybook.projections.running;

import io.daybook.projections.engine.Advance;
import io.daybook.projections.engine.Progress;
import io.daybook.projections.engine.Row;
import io.daybook.projections.engine.ViewStore;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A store whose server can be out of reach. */
final class FailingStore<R> implements ViewStore<R> {
    private final ViewStore<R> store;
    volatile boolean outOfReach;

    FailingStore(ViewStore<R> store) {
        this.store = store;
    }

    private ViewStore<R> store() {
        if (outOfReach) {
            throw new IllegalStateException("the store is out of reach");
        }
        return store;
    }

    @Override
    public void create(int generation) {
        store().create(generation);
    }

    @Override
    public void drop(int generation) {
        store().drop(generation);
    }

    @Override
    public Map<String, Row<R>> read(int generation, Collection<String> keys) {
        return store().read(generation, keys);
    }

    @Override
    public Set<String> write(int generation, Collection<Row<R>> rows, Advance advance) {
        return store().write(generation, rows, advance);
    }

    @Override
    public void begin(int generation, Progress progress) {
        store().begin(generation, progress);
    }

    @Override
    public Progress progress(int generation) {
        return store().progress(generation);
    }

    @Override
    public void flush(int generation) {
        store().flush(generation);
    }

    @Override
    public long count(int generation) {
        return store().count(generation);
    }

    @Override
    public void scan(int generation, Consumer<Row<R>> consumer) {
        store().scan(generation, consumer);
    }
}

package io.daybook.projections.productcard;

import io.daybook.projections.engine.Projection;
import io.daybook.projections.generation.Generations;
import io.daybook.projections.generation.Serving;
import io.daybook.projections.postgres.TestDatabase;

/** A view of which the first generation serves. */
public final class OneGeneration implements AutoCloseable {
    public static final int NUMBER = 1;

    private final TestDatabase database = new TestDatabase();
    private final Serving serving;

    public OneGeneration(Projection<?> projection) {
        Generations generations = new Generations(database.dataSource());
        int number = generations.create(projection.name(), projection.version());
        generations.ready(projection.name(), number, 0);
        generations.promote(projection.name(), number);
        serving = new Serving(generations);
        serving.refresh();
    }

    public Serving serving() {
        return serving;
    }

    @Override
    public void close() {
        database.close();
    }
}

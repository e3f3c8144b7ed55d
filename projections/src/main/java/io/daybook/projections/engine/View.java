package io.daybook.projections.engine;

/**
 * A read model as the engine runs it: the fold and the place where its rows are kept. Each is one Spring bean; the engine finds
 * them all.
 */
public record View<R>(Projection<R> projection, ViewStore<R> store) {
    public String name() {
        return projection.name();
    }

    public int version() {
        return projection.version();
    }
}

package io.daybook.projections.generation;

import io.daybook.projections.engine.Projection;
import io.daybook.projections.generation.Generation.State;
import io.daybook.query.reading.ViewLost;
import io.daybook.query.reading.ViewVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * This node's copy of the pointer. A request asks once and addresses that generation throughout. A node answers from the serving
 * generation if its own fold made it, else from the previous one if its own fold made that.
 */
public final class Serving {
    private final Generations generations;
    private volatile Copy copy = new Copy(Map.of(), Map.of());

    private record Copy(Map<String, Pointer> pointers, Map<String, List<Generation>> generations) {}

    public Serving(Generations generations) {
        this.generations = generations;
    }

    /** Reads the copy anew. One after the other: of two that read side by side, the one that read first might be the last to write. */
    public synchronized void refresh() {
        Map<String, List<Generation>> byView = new HashMap<>();
        generations
                .kept()
                .forEach(g -> byView.merge(
                        g.view(),
                        List.of(g),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        copy = new Copy(generations.pointers(), byView);
    }

    /**
     * The number of the generation to answer from.
     *
     * @throws ViewVersion {@code view.version} if none of this fold's version was ever promoted
     * @throws ViewLost {@code view.lost} if its store has lost it
     */
    public int generationOf(Projection<?> projection) {
        return generationOf(projection.name(), projection.version());
    }

    public int generationOf(String view, int foldVersion) {
        Optional<Generation> own = answering(view, foldVersion);
        if (own.isPresent()) {
            return own.get().number();
        }
        if (promoted(view).anyMatch(g -> g.foldVersion() == foldVersion)) {
            throw new ViewLost(view);
        }
        throw new ViewVersion(view, foldVersion);
    }

    /** As {@link #generationOf}, empty where that throws. */
    public Optional<Generation> answering(String view, int foldVersion) {
        return promoted(view)
                .filter(g -> g.foldVersion() == foldVersion && g.state() == State.READY)
                .findFirst();
    }

    public Pointer pointer(String view) {
        return copy.pointers().getOrDefault(view, Pointer.NONE);
    }

    /** All that are not dropped, the youngest first. */
    public List<Generation> kept(String view) {
        return copy.generations().getOrDefault(view, List.of());
    }

    private Stream<Generation> promoted(String view) {
        Pointer pointer = pointer(view);
        return Stream.concat(find(view, pointer.serving()), find(view, pointer.previous()));
    }

    private Stream<Generation> find(String view, @Nullable Integer number) {
        return kept(view).stream().filter(g -> number != null && g.number() == number);
    }
}

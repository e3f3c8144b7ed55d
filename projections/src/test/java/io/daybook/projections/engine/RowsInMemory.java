package io.daybook.projections.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A store for tests of the engine; it keeps to the same suite as the real ones. */
public class RowsInMemory<R> implements ViewStore<R> {
    private final Map<Integer, Map<String, Row<R>>> rows = new HashMap<>();
    private final Map<Integer, Progress> marks = new HashMap<>();

    @Override
    public synchronized void create(int generation) {
        rows.putIfAbsent(generation, new TreeMap<>());
    }

    @Override
    public synchronized void drop(int generation) {
        rows.remove(generation);
        marks.remove(generation);
    }

    @Override
    public synchronized Map<String, Row<R>> read(int generation, Collection<String> keys) {
        Map<String, Row<R>> found = new HashMap<>();
        rows.getOrDefault(generation, Map.of()).forEach((key, row) -> {
            if (keys.contains(key)) {
                found.put(key, row);
            }
        });
        return found;
    }

    @Override
    public synchronized Set<String> write(int generation, Collection<Row<R>> changed, Advance advance) {
        Map<String, Row<R>> held = rows.computeIfAbsent(generation, number -> new TreeMap<>());
        Set<String> losers = new HashSet<>();
        for (Row<R> row : changed) {
            Version now = held.getOrDefault(row.key(), Row.absent(row.key())).version();
            if (now.equals(row.version())) {
                held.put(row.key(), new Row<>(row.key(), row.value(), row.applied(), Version.of(now.number() + 1)));
            } else {
                losers.add(row.key());
            }
        }
        if (losers.isEmpty()) {
            advance(generation, advance);
        }
        return losers;
    }

    private void advance(int generation, Advance advance) {
        var moved = new HashMap<>(progress(generation).marks());
        advance.steps().forEach((partition, step) -> {
            Progress.Mark kept = moved.get(partition);
            if (kept == null) {
                throw new LostMark("in memory", generation, partition.toString());
            }
            if (step.findsItBefore(kept)) {
                throw new MarkWentBack("in memory", generation, partition.toString());
            }
            moved.put(partition, step.findsItDone(kept) ? kept : step.to());
        });
        marks.put(generation, new Progress(moved));
    }

    @Override
    public synchronized void begin(int generation, Progress progress) {
        marks.put(generation, progress);
    }

    @Override
    public synchronized Progress progress(int generation) {
        return marks.getOrDefault(generation, Progress.NONE);
    }

    @Override
    public synchronized long count(int generation) {
        return rows.getOrDefault(generation, Map.of()).size();
    }

    @Override
    public void scan(int generation, Consumer<Row<R>> consumer) {
        List<Row<R>> all;
        synchronized (this) {
            all = List.copyOf(rows.getOrDefault(generation, Map.of()).values());
        }
        all.forEach(consumer);
    }
}

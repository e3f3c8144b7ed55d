package io.daybook.bench.append;

import io.daybook.bench.floor.FloorTable;
import io.daybook.devservers.Addresses;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The floor: each writer has a connection of its own, and an append is one statement and one commit. */
final class FloorAppends implements Appends {
    private final Addresses servers;
    private final Map<Integer, FloorTable> writers = new ConcurrentHashMap<>();

    FloorAppends(Addresses servers) {
        this.servers = servers;
        FloorTable.create(servers);
    }

    @Override
    public void append(int writer, String aggregateId, int events) {
        writers.computeIfAbsent(writer, w -> new FloorTable(servers)).append(aggregateId, 0, events);
    }

    @Override
    public void close() {
        writers.values().forEach(FloorTable::close);
    }
}

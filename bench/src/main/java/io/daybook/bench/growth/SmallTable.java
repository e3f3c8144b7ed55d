package io.daybook.bench.growth;

import io.daybook.bench.floor.FloorTable;
import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Appends to a plain table that stays small. */
final class SmallTable implements Subject {
    private final Addresses servers;
    private final Map<Integer, FloorTable> writers = new ConcurrentHashMap<>();

    SmallTable(Addresses servers) {
        this.servers = servers;
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        Callers.Calls calls = Callers.call(
                GrowingLog.WRITERS,
                turn.millis() / 3,
                writer -> writers.computeIfAbsent(writer, w -> new FloorTable(servers))
                        .append(UUID.randomUUID().toString(), 0, 1));
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("appends_per_s", calls.perSecond());
        return seen;
    }

    @Override
    public void close() {
        writers.values().forEach(FloorTable::close);
    }
}

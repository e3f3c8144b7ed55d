package io.daybook.bench.fulfilment;

import io.daybook.bench.floor.FloorTable;
import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What it costs to write the events of an order, and nothing else: nothing is decided, and nobody shares anything. */
final class FloorOrders implements Subject {
    private final Addresses servers;
    private final Map<Integer, FloorTable> callers = new ConcurrentHashMap<>();

    FloorOrders(Addresses servers) {
        this.servers = servers;
        FloorTable.create(servers);
    }

    @Override
    public Map<String, Double> play(Turn turn) throws Exception {
        Calls calls = Callers.call(
                HotShop.CALLERS,
                turn.millis(),
                caller -> callers.computeIfAbsent(caller, c -> new FloorTable(servers))
                        .append(UUID.randomUUID().toString(), 0, HotShop.EVENTS));
        Map<String, Double> seen = new LinkedHashMap<>();
        seen.put("accepted_per_s", calls.perSecond());
        seen.put("p50_us", calls.samples().micros(0.5));
        seen.put("p99_us", calls.samples().micros(0.99));
        return seen;
    }

    @Override
    public void close() {
        callers.values().forEach(FloorTable::close);
    }
}

package io.daybook.bench.order;

import io.daybook.bench.append.Load;
import io.daybook.bench.harness.Callers;
import io.daybook.bench.harness.Callers.Calls;
import io.daybook.bench.harness.Subject;
import io.daybook.bench.harness.Subjects;
import io.daybook.bench.harness.Turn;
import io.daybook.devservers.Addresses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Each committer has a connection of its own and commits as fast as it can. */
public final class OrderSubjects implements Subjects {
    @Override
    public Subject open(String name, Addresses servers) {
        OrderedTable.create(name, servers);
        return new Committers(name, servers);
    }

    private static final class Committers implements Subject {
        private final String name;
        private final Addresses servers;
        private final Map<Integer, OrderedTable> tables = new ConcurrentHashMap<>();

        Committers(String name, Addresses servers) {
            this.name = name;
            this.servers = servers;
        }

        @Override
        public Map<String, Double> play(Turn turn) throws Exception {
            Load load = Load.named(turn.scenario());
            Calls calls = Callers.call(
                    load.writers(),
                    turn.millis(),
                    committer -> tables.computeIfAbsent(committer, c -> new OrderedTable(name, servers))
                            .append(load.events()));
            Map<String, Double> seen = new LinkedHashMap<>();
            seen.put("events_per_s", calls.perSecond() * load.events());
            seen.put("p50_us", calls.samples().micros(0.5));
            seen.put("p99_us", calls.samples().micros(0.99));
            return seen;
        }

        @Override
        public void close() {
            tables.values().forEach(OrderedTable::close);
        }
    }
}
